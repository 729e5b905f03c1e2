using System.ComponentModel.DataAnnotations;
using Kept.Web.Components;

namespace Kept.Web.Tests.Components;

public sealed class RadiosTests
{
    private static readonly Choice[] YesAndNo = [new("yes", "Yes"), new("no", "No")];

    [Fact]
    public async Task They_are_the_radios_that_govuk_frontend_ships()
    {
        var html = await new Rendering().HtmlAsync(
            new RadiosTagHelper { For = Rendering.Field<string?>("example-default", null), Label = "Have you changed your name?", Items = YesAndNo });

        Fixtures.AssertSame("radios", "default", html);
    }

    [Fact]
    public async Task An_error_is_read_out_with_the_question()
    {
        var html = await new Rendering().WithError("example", "Please select an option").HtmlAsync(
            new RadiosTagHelper { For = Rendering.Field("example", "no"), Label = "Have you changed your name?", Items = YesAndNo });

        Fixtures.AssertSame("radios", "with fieldset and error message", html);
    }

    [Fact]
    public async Task Each_choice_may_have_a_hint()
    {
        var html = await new Rendering().HtmlAsync(new RadiosTagHelper
        {
            For = Rendering.Field<string?>("gov", null),
            Id = "gov",
            Label = "How do you want to sign in?",
            Items =
            [
                new("gateway", "Sign in with Government Gateway", "You’ll have a user ID if you’ve registered for Self Assessment or filed a tax return online before."),
                new("verify", "Sign in with GOV.UK Verify", "You’ll have an account if you’ve already proved your identity with either Barclays, CitizenSafe, Digidentity, Experian, Post Office, Royal Mail or SecureIdentity.")
            ]
        });

        // The fixture's legend is a heading and its ids are its own; the items are what is compared.
        Assert.Equal(Items(Fixtures.Html("radios", "with hints on items")), Items(html));

        static string Items(string html)
        {
            var canonical = Fixtures.Canonical(html, "id", "for", "aria-describedby");
            return canonical[canonical.IndexOf("div class=govuk-radios", StringComparison.Ordinal)..];
        }
    }

    [Fact]
    public async Task What_is_asked_only_of_one_choice_is_folded_beneath_it()
    {
        var rendering = new Rendering();
        var html = await rendering.HtmlAsync(
            new RadiosTagHelper { For = Rendering.Field("When", "now") },
            children: () =>
            {
                rendering.Choose(new ChoiceTagHelper { Value = "now", Text = "Just now" });
                rendering.Choose(new ChoiceTagHelper { Value = "other", Text = "Another day" }, "<input name=day>");
            });

        Assert.Contains("data-aria-controls=\"conditional-When-2\"", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"govuk-radios__conditional govuk-radios__conditional--hidden\" id=\"conditional-When-2\"><input name=day>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enum_brings_its_own_choices_in_its_own_words()
    {
        var html = await new Rendering().HtmlAsync(new RadiosTagHelper { For = Rendering.Field<Place?>("Place", Place.Gate), Layout = ChoiceLayout.Pills });

        Assert.Contains("class=\"govuk-radios chips\"", html, StringComparison.Ordinal);
        Assert.Contains(">At the gate</label>", html, StringComparison.Ordinal);
        Assert.Matches("checked=\"checked\"[^>]*value=\"Gate\"|value=\"Gate\"[^>]*checked", html);
    }

    private enum Place
    {
        Phone,
        [Display(Name = "At the gate")]
        Gate
    }
}
