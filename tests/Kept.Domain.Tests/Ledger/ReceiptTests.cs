using Kept.Domain.Ledger;
using Kept.Domain.Schools;

namespace Kept.Domain.Tests.Ledger;

/// <summary>The code on a parent's paper: it must read the same in ten years, and a slip must not read as somebody else's.</summary>
public sealed class ReceiptTests
{
    private static readonly Id<School> School = Id<School>.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly Guid Chain = Guid.Parse("01890a5d-ac97-7aaa-8bbb-b302099a8057");
    private static readonly byte[] Hash = [.. Enumerable.Range(1, 32).Select(i => (byte)(i * 7))];
    private static readonly Receipt Given = Receipt.For(School, Chain, 1234, 3, Hash)!;

    [Fact]
    public void Its_code_reads_back_as_what_it_says()
    {
        var read = Receipt.Read(Given.Code)!;

        Assert.Equal(Given, read);
        Assert.Equal((1234, 3), (read.Number, read.Row));
        Assert.True(read.IsOf(Hash));
        Assert.InRange(Chain, read.Chains.From, read.Chains.To);
        Assert.True(read.Schools.From <= School && School <= read.Schools.To);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){14}[0-9A-HJKMNP-TV-Z]{4}$", Given.Code);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData((1 << 22) - 1, (1 << 10) - 1)]
    public void The_first_and_the_last_that_a_code_holds_read_back(long number, int row) =>
        Assert.Equal((number, row), Receipt.Read(Receipt.For(School, Chain, number, row, Hash)!.Code) is { } read ? (read.Number, read.Row) : default);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1 << 22, 0)]
    [InlineData(1, 1 << 10)]
    public void What_a_code_does_not_hold_gets_no_receipt(long number, int row) => Assert.Null(Receipt.For(School, Chain, number, row, Hash));

    /// <summary>Worked out by another program from the written form of a receipt, not by this code.</summary>
    [Fact]
    public void The_code_never_changes() =>
        Assert.Equal("01H4-55VB-4PEX-5G32-8ABP-P9EY-NA00-9MG0-Z3DE-29KQ-E4DY-RHAW-VCB1-V5R9-NW4N", Receipt.For(School, Chain, 1234, 3, Hash)!.Code);

    [Fact]
    public void However_it_is_typed_it_is_read()
    {
        var code = Given.Code;
        Assert.Equal(Given, Receipt.Read(code.ToLowerInvariant()));
        Assert.Equal(Given, Receipt.Read($"  {code.Replace('-', ' ')} "));
        Assert.Equal(Given, Receipt.Read(code.Replace("-", "", StringComparison.Ordinal).Replace('0', 'O').Replace('1', 'l')));
        Assert.Equal(Given, Receipt.Read(string.Concat(code.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c))));
    }

    [Fact]
    public void Every_single_letter_that_is_altered_is_refused()
    {
        var code = Given.Code.Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var other in TypedLetters.All.Where(c => c != code[i]))
            {
                Assert.Null(Receipt.Read($"{code[..i]}{other}{code[(i + 1)..]}"));
            }
        }
    }

    [Fact]
    public void Any_two_letters_that_are_exchanged_are_refused()
    {
        const int check = 2;
        var code = Given.Code.Replace("-", "", StringComparison.Ordinal);
        for (var i = 0; i < code.Length - check; i++)
        {
            for (var k = i + 1; k < code.Length - check; k++)
            {
                var swapped = code.ToCharArray();
                (swapped[i], swapped[k]) = (swapped[k], swapped[i]);
                Assert.Equal(code[i] == code[k], Receipt.Read(new string(swapped)) is not null);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7GQ2-MX4D-0RTA-K9PW")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(Receipt.Read(typed));

    [Fact]
    public void Another_event_and_another_row_of_the_same_are_not_it()
    {
        Assert.False(Given.IsOf([.. Hash.Select((b, i) => i is 31 ? (byte)(b ^ 1) : b)]));
        Assert.False((Given with { Row = 4 }).IsOf(Hash));
        Assert.NotEqual(Given.Proof, Receipt.For(School, Chain, 1234, 4, Hash)!.Proof);
    }
}
