using System.Globalization;
using Kept.Domain.Pupils;

namespace Kept.Web.World;

/// <summary>Valid UPNs that no child has: no local authority has a number from 960 upwards.</summary>
internal static class MadeUpUpn
{
    private const int FirstAuthority = 960;
    private const int PerEstablishmentYear = 999;

    /// <param name="establishment">Four digits.</param>
    /// <param name="year">The year in which the number is given.</param>
    /// <param name="serial">From 0; beyond 998 it goes on in the next authority's numbers.</param>
    public static string Of(int establishment, int year, int serial)
    {
        var authority = FirstAuthority + (serial / PerEstablishmentYear);
        if (authority > 999)
        {
            throw new ArgumentOutOfRangeException(nameof(serial), "One school has had more pupils in a year than there are numbers.");
        }

        var digits = string.Create(CultureInfo.InvariantCulture, $"?{authority}{establishment:0000}{year % 100:00}{(serial % PerEstablishmentYear) + 1:000}");
        return Upn.CheckLetter(digits) + digits[1..];
    }
}
