using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Kept.Domain.Translating;

namespace Kept.Domain.Tests.Translating;

/// <summary>Whatever an engine does to the rest, a name, a date or an address comes back as it was, or the answer is not used.</summary>
public sealed class ShieldTests
{
    private static readonly string[] Names = ["Leo", "Leo Bennett", "Mrs Khan", "Zainab", "Will", "Nguyễn", "O’Brien"];

    private static readonly string[] Kept =
    [
        "Leo", "Leo Bennett", "Mrs Khan", "Zainab", "Will", "Nguyễn", "O’Brien", "2 May", "Friday 15 May 2026", "May 5", "the 3rd of June", "3.30pm", "9am", "15:30", "2026-05-15", "2/5/26",
        "20%", "£4.50", "5E", "12", "07700 900123", "office@hillview.example", "https://www.nhs.uk/help?a=1", "www.gov.uk", "QX3Z", "Covid-19"
    ];

    private static readonly string[] Free = ["will", "read", "with", "the", "child", "and", "leopard", "every", "day", "mayor", "help", "before", "school", "in", "May", "the bus"];

    private static readonly Gen<string[]> Lines = Gen.Elements(Kept.Concat(Free).Concat([", ", ". ", "! ", "’s "]).ToArray()).ArrayOf();

    [Theory]
    [InlineData("Leo will read on 15 May at 3.30pm", "QX0Z will read on QX1Z at QX2Z")]
    [InlineData("Leo Bennett’s plan", "QX0Z’s plan")]
    [InlineData("A leopard, not Leopold", "A leopard, not Leopold")]
    [InlineData("Write to a.b@hillview.example or www.gov.uk/send.", "Write to QX0Z or QX1Z.")]
    [InlineData("5E reads for 20 minutes, from Friday 2 May 2026 on", "QX0Z reads for QX1Z minutes, from QX2Z on")]
    [InlineData("Will Will help?", "QX0Z QX1Z help?")]
    [InlineData("Ring 020 7946 0000, or 07700 900123", "Ring QX0Z QX1Z QX2Z, or QX3Z QX4Z")]
    public void Names_dates_figures_and_addresses_do_not_go(string line, string goes) => Assert.Equal(goes, Shield.Over(line, Names).Covered);

    [Fact]
    public void An_engine_that_changes_nothing_gives_the_line_back() =>
        Prop.ForAll(Lines.ToArbitrary(), words =>
        {
            var line = string.Join(' ', words);
            var shield = Shield.Over(line, Names);
            return shield.Uncover(shield.Covered) == line && string.Concat(shield.Parts.Select(p => p.Words)) == line;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_figure_no_name_and_no_address_goes_to_the_engine() =>
        Prop.ForAll(Lines.ToArbitrary(), words =>
        {
            var shield = Shield.Over(string.Join(' ', words), Names);
            var free = string.Join(' ', shield.Parts.Where(p => !p.IsKept).Select(p => p.Words));
            return !free.Any(char.IsDigit) && !free.Contains('@', StringComparison.Ordinal)
                && !free.Split([' ', '’', ',', '.', '!']).Any(word => Names.Contains(word));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_engine_that_puts_the_words_in_another_order_loses_nothing_that_is_kept() =>
        Prop.ForAll(Lines.ToArbitrary(), words =>
        {
            var shield = Shield.Over(string.Join(' ', words), Names);
            var answer = shield.Uncover(string.Join(' ', shield.Covered.Split(' ').Reverse()).ToLowerInvariant());
            return answer is not null && shield.Parts.Where(p => p.IsKept).All(p => answer.Contains(p.Words, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_engine_that_loses_doubles_or_breaks_a_mark_is_not_believed() =>
        Prop.ForAll(Lines.Where(words => Shield.Over(string.Join(' ', words), Names).Parts.Any(p => p.IsKept)).ToArbitrary(), words =>
        {
            var shield = Shield.Over(string.Join(' ', words), Names);
            var last = string.Create(CultureInfo.InvariantCulture, $"QX{shield.Parts.Count(p => p.IsKept) - 1}Z");
            return new[] { "", $"{last} {last}", "QX 0 Z", "QX999Z", "Qx" }.All(instead => shield.Uncover(shield.Covered.Replace(last, instead, StringComparison.Ordinal)) is null)
                && shield.Uncover($"{shield.Covered} QX 1Z") is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_at_all_comes_back_from_an_engine_that_changes_nothing() =>
        Prop.ForAll<string?>(text =>
        {
            var shield = Shield.Over(text ?? "", Names);
            return shield.Uncover(shield.Covered) is { } back ? back == (text ?? "") : shield.Covered.Contains("QX", StringComparison.OrdinalIgnoreCase);
        }).QuickCheckThrowOnFailure();
}
