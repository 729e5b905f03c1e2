namespace Kept.Browser.Tests.Features.Family;

/// <summary>Tests that come in as the same family of the demo: a letter that one of them takes up ends every other visit of that carer.</summary>
public static class OneFamily
{
    public const string AtATime = "One family at a time";
}
