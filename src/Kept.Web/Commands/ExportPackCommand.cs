using System.CommandLine;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Web.Hosting;
using Kept.Web.Packs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kept.Web.Commands;

/// <summary>
/// ./kept export pack: a pupil’s record for one audience. Whoever runs the machine is no safeguarding lead, so a pack made here sees what
/// a head teacher sees, and never more.
/// </summary>
internal static class ExportPackCommand
{
    private static readonly Option<string> School = AtSchool.Option();
    private static readonly Option<string> Pupil = new("--pupil") { Description = "The pupil", HelpName = "UPN", Required = true };
    private static readonly Option<string> Audience = new("--audience") { Description = "Who it is for", Required = true };
    private static readonly Option<string?> Carer = new("--carer") { Description = "Whose pack it is, for the family: the carer’s full name", HelpName = "NAME" };
    private static readonly Option<string> Format = new("--format") { Description = "What kind of file", DefaultValueFactory = _ => PackFormat.Pdf.Extension() };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The file to write", HelpName = "FILE", Required = true };
    private static readonly Option<string?> From = new("--from") { Description = "The first day", HelpName = "DAY" };
    private static readonly Option<string?> To = new("--to") { Description = "The last day", HelpName = "DAY" };
    private static readonly Option<bool> Large = new("--large") { Description = "Large print, 18 point and more" };

    public static Command Create()
    {
        Audience.AcceptOnlyFromAmong([.. Enum.GetValues<PackAudience>().Select(a => a.Word())]);
        Format.AcceptOnlyFromAmong([.. Enum.GetValues<PackFormat>().Select(f => f.Extension())]);
        var pack = new Command("pack", "Write a pupil’s record for one audience, as a file. Safeguarding records are not in it: a safeguarding lead makes such a pack, from the page.")
        {
            School, Pupil, Audience, Carer, Format, Out, From, To, Large
        };
        var where = Where.On(pack);
        pack.SetAction((parsed, cancel) => WriteAsync(where.Of(parsed), parsed, cancel));
        return pack;
    }

    private static async Task<int> WriteAsync(Place place, ParseResult parsed, CancellationToken cancel)
    {
        await using var at = await AtSchool.OpenAsync(place, parsed.GetValue(School)!, cancel);
        if (at is null)
        {
            return 2;
        }

        if (!(await AskAsync(at, parsed, cancel)).Allowed(out var order, out var refused))
        {
            return Refuse(refused.Sentence);
        }

        await using var app = KeptApp.Create(new KeptAppOptions(place, IsDemo: false, "http://127.0.0.1:0"));
        var file = parsed.GetValue(Out)!;
        var part = $"{file.FullName}.{Guid.NewGuid():N}.part";
        try
        {
            if (await app.Services.GetRequiredService<PackWriter>().WriteAsync(order, part, new Progress(), cancel) is { } problem)
            {
                return Refuse(problem);
            }

            await at.Record.SaveAsync(new PackTaken(order.Pupil, Id<Pack>.New(), order.Wish.Audience!.Value), cancel);
            File.Move(part, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }

        Console.WriteLine($"{new FileInfo(file.FullName).Length:N0} bytes written to {file.FullName}");
        return 0;
    }

    private static async Task<Result<PackOrder>> AskAsync(AtSchool at, ParseResult parsed, CancellationToken cancel)
    {
        if (!Upn.Read(parsed.GetValue(Pupil)).Allowed(out var upn, out var unread))
        {
            return unread;
        }

        if (await at.Record.Pupils.AsNoTracking().FirstOrDefaultAsync(p => p.Upn == upn, cancel) is not { } pupil)
        {
            return new Refusal($"No pupil of this school has the UPN {upn}");
        }

        foreach (var typed in new[] { parsed.GetValue(From), parsed.GetValue(To) }.OfType<string>().Where(typed => DayOf(typed, at.Today) is null))
        {
            return new Refusal($"“{typed}” is not a day we can read: write 2 May 2026");
        }

        var tie = await TieAsync(at, pupil.Id, parsed.GetValue(Carer), cancel);
        var by = new StaffViewer(at.School.Id, at.Record.Viewer.PersonId, "whoever runs Kept at the school", [StaffRole.HeadTeacher], []);
        var wish = new PackWish
        {
            Audience = Enum.GetValues<PackAudience>().First(a => a.Word() == parsed.GetValue(Audience)),
            Format = Enum.GetValues<PackFormat>().First(f => f.Extension() == parsed.GetValue(Format)),
            From = DayOf(parsed.GetValue(From), at.Today),
            To = DayOf(parsed.GetValue(To), at.Today),
            LargePrint = parsed.GetValue(Large),
            CarerId = tie?.CarerId
        };
        return Pack.Ask(by, pupil.Id, wish, tie, at.Today, at.Now).Allowed(out var pack, out var refused) ? new PackOrder(at.School, by, pupil.Id, pack.Wish) : refused;
    }

    private static async Task<Relationship?> TieAsync(AtSchool at, Id<Pupil> pupil, string? name, CancellationToken cancel)
    {
        if (Text.Key(name ?? "") is not { Length: > 0 } key)
        {
            return null;
        }

        var ties = await at.Record.Relationships.AsNoTracking().Where(t => t.PupilId == pupil).Take(50)
            .Join(at.Record.People, t => t.CarerId, p => p.Id, (t, p) => new { Tie = t, Person = p }).ToListAsync(cancel);
        return ties.Find(t => Text.Key(t.Person.Name) == key || Text.Key($"{t.Person.GivenName} {t.Person.FamilyName}") == key)?.Tie;
    }

    private static LocalDate? DayOf(string? typed, LocalDate today) => typed is null ? null : WrittenDate.Read(typed, today.PlusYears(-1));

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"{why}.");
        return 2;
    }

    /// <summary>On the error stream, and only where somebody is watching.</summary>
    private sealed class Progress : IProgress<PackStep>
    {
        public void Report(PackStep value)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.WriteLine($"{value.Doing} …");
            }
        }
    }
}
