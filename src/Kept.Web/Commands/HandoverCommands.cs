using System.CommandLine;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Meetings;
using Kept.Domain.Pupils;
using Kept.Store.Ledger;
using Kept.Store.Transfers;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Commands;

/// <summary>./kept export handover and ./kept import handover: a pupil's record goes to another school in a signed package.</summary>
internal static class HandoverCommands
{
    private static readonly Option<string> School = AtSchool.Option();
    private static readonly Option<string> Pupil = new("--pupil") { Description = "Whose record", HelpName = "UPN", Required = true };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The file to write", HelpName = "FILE", Required = true };
    private static readonly Option<string?> Agreed = new("--agreed") { Description = "The day on which the family agreed what is shared", HelpName = "DATE" };
    private static readonly Option<bool> Safeguarding = new("--safeguarding") { Description = "The safeguarding leads’ own package instead; say by whom with --by" };
    private static readonly Option<string?> By = new("--by") { Description = "The safeguarding lead or deputy who does this", HelpName = "EMAIL" };
    private static readonly Option<string?> Owner = new("--owner") { Description = "Who receives it, and gets the actions that are still to do", HelpName = "EMAIL" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Verify it, say what would be done and save nothing" };
    private static readonly Argument<FileInfo> Package = new("file") { Description = "The package to read in" };

    public static Command Export()
    {
        var command = new Command("handover", "Pack a pupil’s record for another school: signed, with the history that proves it. Safeguarding is not in it.")
        {
            School, Pupil, Out, Agreed, Safeguarding, By
        };
        var where = Where.On(command);
        command.SetAction((parsed, cancel) => PackAsync(where.Of(parsed), parsed, cancel));
        return command;
    }

    public static Command Import()
    {
        var command = new Command("handover", "Read in a pupil’s record from another school. All of it is verified first; nothing that is here is overwritten.")
        {
            Package, School, Owner, By, DryRun
        };
        var where = Where.On(command);
        command.SetAction((parsed, cancel) => ImportCommand.OnFileAsync(parsed.GetValue(Package)!, () => TakeAsync(where.Of(parsed), parsed, cancel)));
        return command;
    }

    private static async Task<int> PackAsync(Place place, ParseResult parsed, CancellationToken cancel)
    {
        await using var at = await AtSchool.OpenAsync(place, parsed.GetValue(School)!, cancel);
        if (at is null)
        {
            return ImportCommand.Unusable;
        }

        LocalDate? agreed = null;
        if (parsed.GetValue(Agreed) is { } typed && (agreed = WrittenDate.Read(typed, at.Today)) is null)
        {
            return Refuse(new Refusal($"“{typed}” is no date"));
        }

        if (!Upn.Read(parsed.GetValue(Pupil)).Allowed(out var upn, out var refused) || !(await at.ByAsync(parsed.GetValue(By), cancel)).Allowed(out var by, out refused))
        {
            return Refuse(refused);
        }

        if (await at.Record.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Upn == upn, cancel) is not { } pupil)
        {
            return Refuse(new Refusal($"No pupil of this school has the UPN {upn}"));
        }

        var safeguarding = parsed.GetValue(Safeguarding);
        using var key = LedgerKey.OpenOrMake(place.Directory);
        var file = parsed.GetValue(Out)!;
        var part = $"{file.FullName}.{Guid.NewGuid():N}.part";
        try
        {
            PackedRecord? packed;
            await using (var to = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                if (!(await at.Packing(by).PackAsync(pupil.Id, key, safeguarding, agreed, to, cancel)).Allowed(out packed, out refused))
                {
                    return Refuse(refused);
                }
            }

            File.Move(part, file.FullName, overwrite: true);
            Console.WriteLine($"{pupil.Name}: {ImportCommand.Number(packed.Rows, "row")} and {ImportCommand.Number(packed.Files, "file")} written to {file.FullName}. Signed with the key {packed.KeyInWords}: read it out to the other school.");
        }
        finally
        {
            File.Delete(part);
        }

        TellWhatStays(await StaysBehind.OfAsync(at.Record, pupil.Id, safeguarding, cancel));
        return ImportCommand.Done;
    }

    private static void TellWhatStays(StaysBehind stays)
    {
        foreach (var document in stays.Documents)
        {
            Console.WriteLine($"Stays, since it is about another child too or was first filed for one: the document “{document.Title}” of {document.DatedOn.InWords()}. Look at it by hand.");
        }

        foreach (var meeting in stays.Meetings)
        {
            Console.WriteLine($"Stays, since it is still to come: {meeting.Kind.InWords()} on {meeting.On.InWords()}.");
        }

        TellOfThreads(stays);
    }

    private static void TellOfThreads(StaysBehind stays)
    {
        if (stays.Threads > 0)
        {
            Console.WriteLine($"Stays, since it is open: {ImportCommand.Number(stays.Threads, "thread")} of messages with the family. Closed ones go along.");
        }
    }

    private static async Task<int> TakeAsync(Place place, ParseResult parsed, CancellationToken cancel)
    {
        await using var at = await AtSchool.OpenAsync(place, parsed.GetValue(School)!, cancel);
        if (at is null)
        {
            return ImportCommand.Unusable;
        }

        await using var content = parsed.GetValue(Package)!.OpenRead();
        if (!(await PackageCheck.OpenAsync(content, cancel)).Allowed(out var package, out var refused)
            || !(await at.ByAsync(parsed.GetValue(By) ?? parsed.GetValue(Owner), cancel)).Allowed(out var by, out refused)
            || !(await at.ByAsync(parsed.GetValue(Owner) ?? parsed.GetValue(By), cancel)).Allowed(out var owner, out refused))
        {
            return Refuse(refused);
        }

        var taking = at.Taking(by);
        var done = parsed.GetValue(DryRun)
            ? await taking.CheckAsync(package, cancel)
            : await taking.SaveAsync(package, content, at.Receiving().ReceiveAsync, _ => owner is StaffViewer ? owner.PersonId : null, cancel);
        if (!done.Allowed(out var report, out refused))
        {
            return Refuse(refused);
        }

        Tell(at, package, report, parsed.GetValue(DryRun));
        return ImportCommand.Done;
    }

    private static void Tell(AtSchool at, OpenedPackage package, TakingInReport report, bool dryRun)
    {
        Console.WriteLine($"Verified: {ImportCommand.Number((int)package.Manifest.Links, "event")} and {ImportCommand.Number(package.Files, "file")}, signed by {package.Manifest.School} with the key {package.KeyInWords}.");
        if (report.IsHere)
        {
            Console.WriteLine($"{at.School.Name}: this package is here already. Nothing was changed.");
            return;
        }

        var rows = report.Added.Count == 0 ? "nothing new" : string.Join(", ", NounWords.Counted(report.Added));
        Console.WriteLine($"{at.School.Name}: {report.PupilName}, {rows} {(dryRun ? "would be added" : "added")}{(report.Already > 0 ? $", {report.Already:N0} here already" : "")}.");
        if (report.LeftOut.Count > 0)
        {
            Console.WriteLine($"Not taken, since this school goes on with its own: {string.Join(", ", NounWords.Counted(report.LeftOut))}.");
        }

        foreach (var carer in report.CarersLeftOut)
        {
            Console.WriteLine($"Not taken, since this pupil has carers here: {carer}. Look at the pupil’s People page.");
        }
    }

    private static int Refuse(Refusal why)
    {
        Console.Error.WriteLine($"{why.Sentence.TrimEnd('.')}. Nothing was changed.");
        return ImportCommand.Unusable;
    }
}
