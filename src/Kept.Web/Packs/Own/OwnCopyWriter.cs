using Kept.Domain.Access;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Blobs;
using Kept.Store.Families;
using Kept.Web.Wordings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Packs.Own;

/// <summary>
/// Writes a carer's own copy into a file. It is read through the very door through which their pages are, so that it can hold nothing that they do not read there.
/// </summary>
internal sealed class OwnCopyWriter(Database database, PackPrint print, IReadsOwnCopies reading, BlobStore blobs, IClock clock)
{
    private const string View = "/Features/Shared/_OwnCopy.cshtml";

    /// <summary>Null when it was written, else why it could not be.</summary>
    public async Task<string?> WriteAsync(Pack pack, string path, IProgress<PackStep> progress, CancellationToken cancel)
    {
        progress.Report(new PackStep("Reading the record", 5));
        await using var db = database.Open(Tenancy.Of(pack.SchoolId));
        var today = clock.GetCurrentInstant().InZone(School.Zone).Date;
        var school = await db.Schools.AsNoTracking().FirstAsync(s => s.Id == pack.SchoolId, cancel);
        var carer = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pack.ById, cancel);
        var child = await db.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pack.PupilId, cancel);
        if (carer is not { Kind: PersonKind.Carer } || !carer.IsActiveOn(today) || child?.IsOnRollOn(today) is not true)
        {
            return "They may not read this child’s record any more";
        }

        var shared = new SharedWith(new VisibleRecord(db, new CarerViewer(pack.SchoolId, carer.Id, carer.Name), clock), carer.Id, pack.PupilId, whole: true);

        // Other carers' ways to be reached are taken out of people's own words, as in every family's pack.
        var carers = await PackPeople.CarersAsync(new VisibleRecord(db, new OperatorViewer(pack.SchoolId), clock), pack.PupilId, cancel);
        var formats = new FormatWishes(LargePrint: pack.LargePrint).With(carers.FirstOrDefault(c => c.Person.Id == carer.Id)?.Tie.Formats ?? FormatWishes.Ordinary);

        // Lines are for people: a program reads sentences as they are.
        var words = (Wording.Of(pack.Language) ?? Wording.InEnglish).As(pack.Format is PackFormat.Json ? FormatWishes.Ordinary : formats);
        var veil = PackVeil.Of(new PackScope { Audience = PackAudience.Family, Sees = Sight.OfAFamily.MaySee }, child, carers, pack.Wish);
        var ask = new OwnCopyAsk(school.Name, carer.Name, words, pack.Language ?? words.Tag, today, veil);
        if (await reading.ReadAsync(shared, ask, cancel) is not { } copy)
        {
            return "They may not read this child’s record any more";
        }

        return await WriteAsync(copy with { Formats = formats }, pack.Format, path, progress, cancel);
    }

    private async Task<string?> WriteAsync(OwnCopy copy, PackFormat format, string path, IProgress<PackStep> progress, CancellationToken cancel)
    {
        if (format is PackFormat.Pdf)
        {
            progress.Report(new PackStep("Laying out pages", 40));
            return PackWriter.CanMakePdf
                ? await PackWriter.LayOutAsync((page, stop) => print.WriteAsync(View, copy, page, stop), path, cancel)
                : "PDFs cannot be made here: choose the web page, and print it";
        }

        if (format is PackFormat.Zip)
        {
            return await WriteZipAsync(OwnCopyFiles.Placed(copy, blobs.SizeOf), path, progress, cancel);
        }

        progress.Report(new PackStep("Writing", 20));
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await (format is PackFormat.Json ? OwnCopyJson.WriteAsync(copy, file, cancel) : print.WriteAsync(View, copy, file, cancel));
        return null;
    }

    private async Task<string?> WriteZipAsync(OwnCopy copy, string path, IProgress<PackStep> progress, CancellationToken cancel)
    {
        var pdf = PackWriter.CanMakePdf ? path + ".pdf" : null;
        try
        {
            progress.Report(new PackStep("Laying out pages", 20));
            if (pdf is not null && await PackWriter.LayOutAsync((page, stop) => print.WriteAsync(View, copy, page, stop), pdf, cancel) is { } problem)
            {
                return problem;
            }

            await OwnCopyZip.WriteAsync(copy, pdf, page => print.WriteAsync(View, copy, page, cancel), blobs, path, progress, cancel);
            return null;
        }
        finally
        {
            if (pdf is not null)
            {
                File.Delete(pdf);
            }
        }
    }
}
