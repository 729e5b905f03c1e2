using System.Globalization;

namespace Kept.Web.Components;

/// <summary>Names of languages for staff.</summary>
public static class Languages
{
    /// <summary>"Urdu" for "ur"; the tag itself where this machine knows no name for it.</summary>
    public static string InEnglish(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
