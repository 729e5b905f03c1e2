using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Kept.Domain.Schools;
using Kept.Store;
using Kept.Store.Ledger;
using Kept.Web.Documents;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Commands;

/// <summary>./kept verify: proves that nothing in the record was changed behind Kept's back. 0 intact, 1 broken, 2 cannot tell.</summary>
internal static class VerifyCommand
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static Command Create()
    {
        var command = new Command("verify", "Prove that the record is what was written: every event, every row, every checkpoint, every document’s file.");
        var where = Where.On(command);
        var school = new Option<string?>("--school") { Description = "Only this school", HelpName = "SLUG" };
        var trusted = new Option<FileInfo?>("--trusted-key") { Description = "Check signatures with a public key kept elsewhere", HelpName = "FILE" };
        var publicKey = new Option<bool>("--public-key") { Description = "Print the public key, for a governor to keep, and stop" };
        var noFiles = new Option<bool>("--no-files") { Description = "Leave out the files of documents: for a copy of the database alone" };
        command.Options.Add(school);
        command.Options.Add(trusted);
        command.Options.Add(publicKey);
        command.Options.Add(noFiles);
        command.SetAction(async (parsed, cancel) =>
        {
            var place = where.Of(parsed);
            try
            {
                return parsed.GetValue(publicKey)
                    ? PrintKey(place)
                    : await VerifyAsync(place, parsed.GetValue(school), parsed.GetValue(trusted), parsed.GetValue(noFiles), cancel);
            }
            catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException or ArgumentException)
            {
                return Cannot($"The record cannot be verified: {e.Message}");
            }
        });
        return command;
    }

    private static int PrintKey(Place place)
    {
        using var key = LedgerKey.OpenOrMake(place.Directory);
        Console.WriteLine(key.PublicPem);
        return 0;
    }

    private static async Task<int> VerifyAsync(Place place, string? slug, FileInfo? trusted, bool noFiles, CancellationToken cancel)
    {
        if (place.Database.Kind is DatabaseKind.Sqlite && !File.Exists(Path.Combine(place.Directory, "kept.db")))
        {
            return Cannot($"There is no record in {place.Directory}.");
        }

        using var key = trusted is null ? LedgerKey.Open(place.Directory) : LedgerKey.Read(trusted.FullName);
        var verifier = new RecordVerifier(place.Database, new Checkpoints(place.Database, MillisecondClock.System), noFiles ? null : DocumentServices.BlobsOf(place.Directory));
        var proof = await verifier.VerifyAsync(slug, key, new Progress(), cancel);
        if (proof.Schools.Count is 0 && proof.Damage.Count is 0)
        {
            return Cannot(slug is null ? "There is no school in this record yet." : $"There is no school “{slug}” in this record.");
        }

        if (!proof.IsIntact)
        {
            await TellBrokenAsync(proof, verifier, cancel);
            return 1;
        }

        Console.WriteLine($"Intact: {Counts(proof)}");
        return 0;
    }

    private static async Task TellBrokenAsync(Proof proof, RecordVerifier verifier, CancellationToken cancel)
    {
        foreach (var damage in proof.Damage)
        {
            Console.WriteLine(damage);
        }

        if (proof.Checkpoints.Wrong is { } wrong)
        {
            Console.WriteLine(wrong);
        }

        foreach (var school in proof.Schools)
        {
            foreach (var found in school.Breaks)
            {
                Console.WriteLine($"{school.Name}, {await WhoseAsync(verifier, school, found.Chain, cancel)}, {Event(found)}: {found.What}");
            }

            if (school.Broken > school.Breaks.Count)
            {
                Console.WriteLine($"{school.Name}: and {Number(school.Broken - school.Breaks.Count)} more broken chains.");
            }
        }

        await TellFilesAsync(proof.Files, verifier, cancel);
        Console.WriteLine(proof.Schools.Count is 0 ? "NOT intact." : $"NOT intact: {Many(proof.Schools.Sum(s => s.Broken), "broken chain")}{WrongFiles(proof)} in {Counts(proof)}");
    }

    private static string WrongFiles(Proof proof) => proof.Files is { Broken: > 0 and var wrong } ? $" and {Many(wrong, "wrong file")}" : "";

    private static async Task TellFilesAsync(FileVerifier? files, RecordVerifier verifier, CancellationToken cancel)
    {
        foreach (var file in files?.Wrong ?? [])
        {
            Console.WriteLine($"{file.School.Name}, {await WhoseAsync(verifier, file.School, file.Pupil.Value, cancel)}: the file of version {file.Version} of /documents/{file.Document} {file.What}.");
        }

        if (files is { Broken: var broken } && broken > files.Wrong.Count)
        {
            Console.WriteLine($"And {Number(broken - files.Wrong.Count)} more wrong files.");
        }
    }

    private static async Task<string> WhoseAsync(RecordVerifier verifier, SchoolProof school, Guid chain, CancellationToken cancel)
    {
        if (chain == school.School.Value)
        {
            return "the school’s own chain";
        }

        var pupil = await verifier.NameAsync(school, chain, cancel);
        return pupil is null ? $"a pupil whose row is gone ({chain:D})" : $"{pupil.Name} (UPN {pupil.Upn})";
    }

    private static string Event(Break found) => found switch
    {
        { Number: null } => "no event",
        { Kind: null } => $"event {Number(found.Number.Value)}",
        _ => $"event {Number(found.Number.Value)} ({found.Kind}, {Local(found.At!.Value)})"
    };

    private static string Counts(Proof proof)
    {
        var counts = $"{Many(proof.Schools.Count, "school")}, {Many(proof.Schools.Sum(s => s.Pupils), "pupil")}, "
            + $"{Many(proof.Schools.Sum(s => s.Events), "event")}, {Many(proof.Checkpoints.Count, "checkpoint")}"
            + (proof.Files is null ? "" : $", {Many(proof.Files.Versions, "file")}");
        var erased = proof.Schools.Sum(s => s.Erased);
        var last = proof.Checkpoints.Last;
        return counts
            + (erased > 0 ? $", {Number(erased)} erased by law" : "")
            + (last is null ? "" : $"; last checkpoint {last.MadeOn.ToString("d MMMM yyyy", British)}");
    }

    private static string Local(Instant at) => at.InZone(School.Zone).ToString("d MMMM yyyy HH:mm:ss", British);

    private static string Many(long count, string noun) => $"{Number(count)} {noun}{(count is 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString("N0", British);

    private static int Cannot(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }

    /// <summary>On the error stream, and only where somebody is watching.</summary>
    private sealed class Progress : IProgress<string>
    {
        public void Report(string value)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.WriteLine($"Verifying {value} …");
            }
        }
    }
}
