namespace Kept.Web.Tests.House;

/// <summary>For rules on the whole code: a failure lists every breach in full.</summary>
internal static class Breaches
{
    public static void None(IEnumerable<string> breaches)
    {
        var found = breaches.ToList();
        Assert.True(found.Count == 0, $"{found.Count} to mend:\n- {string.Join("\n- ", found)}");
    }
}
