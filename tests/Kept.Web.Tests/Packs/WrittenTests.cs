using System.Text.Encodings.Web;
using Kept.Domain.Plans;
using Kept.Web.Features.Families;
using Kept.Web.Packs;
using Kept.Web.Wordings;

namespace Kept.Web.Tests.Packs;

/// <summary>Words of two directions in one line.</summary>
public sealed class WrittenTests
{
    [Fact]
    public void The_English_name_of_a_plan_keeps_its_direction_in_a_page_from_right_to_left()
    {
        Assert.Contains("(<bdi dir=\"ltr\">Education, health and care plan</bdi>)", NameIn("ur"), StringComparison.Ordinal);
        Assert.Equal("Education, health and care plan", NameIn("en"));
    }

    private static string NameIn(string tag)
    {
        using var to = new StringWriter();
        Written.WithItsEnglish(Wording.Of(tag)!.Name(PlanKind.Ehcp)).WriteTo(to, HtmlEncoder.Default);
        return to.ToString();
    }
}
