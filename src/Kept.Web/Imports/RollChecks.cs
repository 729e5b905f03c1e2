using System.Security.Cryptography;
using System.Text;
using Kept.Domain.Pupils;
using Kept.Domain.Rolls;

namespace Kept.Web.Imports;

/// <summary>
/// What can only be seen across a file: a pupil who is in it twice, a parent's number that stands for two people. Keeps the UPNs and
/// short digests of the numbers, and nothing else, so that the largest roll fits.
/// </summary>
internal sealed class RollChecks
{
    private readonly Dictionary<string, (int Line, int Details)> pupils = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, (int Line, ulong Name)> parents = [];

    public bool Names(string upn) => pupils.ContainsKey(upn);

    /// <summary>What is wrong with a pupil in the light of those before.</summary>
    public IReadOnlyList<Problem> Check(RollReading reading)
    {
        if (reading.Upn is { } upn && reading.Problems.Count > 0)
        {
            // A pupil with a bad line is still in the file, and so has not left.
            pupils.TryAdd(upn, (reading.Line, 0));
        }

        return reading.Entry is { } entry ? [.. Twice(entry), .. TwoPeople(entry)] : [];
    }

    private IEnumerable<Problem> Twice(RollEntry entry)
    {
        if (pupils.TryGetValue(entry.Upn, out var before))
        {
            // A report sorted by parent names a pupil again with another contact; it must say the same of the pupil.
            if (before.Details != entry.DetailsHash())
            {
                yield return new Problem(entry.Line, "UPN", $"Line {before.Line} has the same UPN with other details");
            }
            else if (entry.Carers.Count == 0)
            {
                yield return new Problem(entry.Line, "UPN", $"This pupil is already on line {before.Line}");
            }
        }
        else
        {
            pupils[entry.Upn] = (entry.Line, entry.DetailsHash());
        }
    }

    private IEnumerable<Problem> TwoPeople(RollEntry entry)
    {
        foreach (var carer in entry.Carers)
        {
            if (carer.ExternalId is not { } number)
            {
                continue;
            }

            var (key, name) = (Digest(number), Digest(carer.NameKey));
            if (parents.TryGetValue(key, out var before) && before.Name != name)
            {
                yield return new Problem(entry.Line, "Parent ID",
                    $"Parent ID {number} is {carer.GivenName} {carer.FamilyName} here and somebody else on line {before.Line}. Two people’s details must not be mixed");
            }
            else
            {
                parents.TryAdd(key, (entry.Line, name));
            }
        }
    }

    private static ulong Digest(string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
