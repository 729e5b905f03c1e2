using System.Security.Cryptography;
using Kept.Store.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store.Transfers;

/// <summary>Proves what came from other schools once more: each package is still the one that came, and all of it fits.</summary>
internal static class ReceivedProof
{
    public static async Task VerifyAsync(KeptDb db, SchoolProof proof, CancellationToken cancel)
    {
        var received = await db.ReceivedRecords.AsNoTracking().OrderBy(r => r.Id).Select(r => new { r.Id, r.PupilId, r.Digest }).ToListAsync(cancel);
        foreach (var record in received)
        {
            var content = await db.ReceivedPackages.AsNoTracking().Where(p => p.Id == record.Id).Select(p => p.Content).FirstOrDefaultAsync(cancel);
            if (content is null)
            {
                proof.Add(new Break(record.PupilId.Value, null, null, null, "The package that came from the other school is gone."));
            }
            else if ((await PackageCheck.OpenKeptAsync(content, cancel)).Refused(out var refused))
            {
                proof.Add(new Break(record.PupilId.Value, null, null, null, $"{refused.Sentence}."));
            }
            else if (Convert.ToHexStringLower(SHA256.HashData(content)) != record.Digest)
            {
                proof.Add(new Break(record.PupilId.Value, null, null, null, "The package beside the record is not the one that came."));
            }
        }
    }
}
