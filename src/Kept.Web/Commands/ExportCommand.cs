using System.CommandLine;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Export;
using Kept.Web.Exports;
using Kept.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Commands;

/// <summary>./kept export log: the whole log of a school or of one pupil, as whoever runs the machine has it.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> School = new("--school") { Description = "The school", HelpName = "SLUG", Required = true };
    private static readonly Option<string?> Pupil = new("--pupil") { Description = "Only this pupil", HelpName = "UPN" };
    private static readonly Option<string> Format = new("--format") { Description = "csv, xlsx or json", DefaultValueFactory = _ => "csv" };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The file to write", HelpName = "FILE", Required = true };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(f => f.Extension)]);
        var log = new Command("log", "Write the log to a file: entries with their actions, corrections and reviews. Safeguarding records are in it.") { School, Pupil, Format, Out };
        var where = Where.On(log);
        log.SetAction((parsed, cancel) => WriteAsync(where.Of(parsed), parsed, cancel));
        return new Command("export", "Take the record out as a file.") { log, ExportPackCommand.Create(), HandoverCommands.Export() };
    }

    private static async Task<int> WriteAsync(Place place, ParseResult parsed, CancellationToken cancel)
    {
        await Migrations.BringUpToDateAsync(place, cancel);
        var slug = parsed.GetValue(School)!;
        await using var schools = place.Database.Open(new Tenancy());
        if (await schools.Schools.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug, cancel) is not { } school)
        {
            return Refuse($"There is no school “{slug}” in this record.");
        }

        await using var db = place.Database.Open(Tenancy.Of(school.Id));
        var record = new VisibleRecord(db, new OperatorViewer(school.Id), MillisecondClock.System);
        var (pupil, refusal) = await PupilAsync(record, parsed.GetValue(Pupil), cancel);
        if (refusal is not null)
        {
            return Refuse(refusal);
        }

        var (file, lines) = (parsed.GetValue(Out)!, 0);
        await using (var to = file.Open(FileMode.Create, FileAccess.Write))
        {
            await ExportFormat.Read(parsed.GetValue(Format))!.WriteAsync(Counted(), to, cancel);
        }

        Console.WriteLine($"{lines:N0} rows written to {file.FullName}");
        return 0;

        async IAsyncEnumerable<LogLine> Counted()
        {
            await foreach (var line in record.LogAsync(pupil, cancel))
            {
                lines++;
                yield return line;
            }
        }
    }

    private static async Task<(Id<Pupil>? Pupil, string? Refusal)> PupilAsync(VisibleRecord record, string? typed, CancellationToken cancel)
    {
        if (typed is null)
        {
            return (null, null);
        }

        if (!Upn.Read(typed).Allowed(out var upn, out var refused))
        {
            return (null, refused.Sentence + ".");
        }

        var pupil = await record.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Upn == upn, cancel);
        return (pupil?.Id, pupil is null ? $"No pupil of this school has the UPN {upn}." : null);
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
