using System.Security.Cryptography;
using System.Text;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Ledger;
using Kept.Domain.Pupils;
using Kept.Store;
using Kept.Store.Documents;
using Kept.Web.Access;
using Kept.Web.Components;
using Kept.Web.Documents;
using Kept.Web.Documents.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kept.Web.Features.Staff.Documents;

/// <summary>What became of one file.</summary>
/// <param name="Href">Where it is now, for whoever may see it.</param>
public sealed record FileAnswer(string Name, string Words, bool IsKept, string? Href = null);

/// <summary>Keeps one file after another, all with the same details, and says of each what became of it.</summary>
public sealed class KeepDocument(VisibleRecord record, StaffViewer viewer, SchoolDay day, Receiving receiving, Waking waking)
{
    public async Task<FileAnswer> KeepAsync(Stream content, string? name, DocumentForm form, IReadOnlyList<Id<Pupil>> pupils, CancellationToken cancel)
    {
        var shown = ReceivedFile.Tidy(name);
        if (!(await receiving.ReceiveAsync(content, name, cancel)).Allowed(out var file, out var refused))
        {
            return new FileAnswer(shown, $"Not stored: {refused.Sentence}.", IsKept: false);
        }

        if (await AlreadyHereAsync(file, pupils, cancel) is { } here)
        {
            return here;
        }

        return await SaveAsync(file, form, pupils, cancel);
    }

    private async Task<FileAnswer> SaveAsync(ReceivedFile file, DocumentForm form, IReadOnlyList<Id<Pupil>> pupils, CancellationToken cancel)
    {
        var id = IdOf(form.Key, file);
        if (!form.Read(day, Text.Tidy(form.Title) ?? file.Title).Allowed(out var details, out var refused)
            || !Document.Keep(id, viewer.SchoolId, pupils, details, file, viewer.PersonId, day.Now).Allowed(out var kept, out refused))
        {
            return new FileAnswer(file.Name, $"Not stored: {refused.Sentence}.", IsKept: false);
        }

        record.Add(kept.Document);
        record.Add(kept.Version);
        record.Add(DocumentText.For(kept.Version));
        foreach (var about in kept.Pupils)
        {
            record.Add(about);
        }

        var others = kept.Pupils.Where(about => about.PupilId != kept.Document.PupilId).Select(about => (ILedgerEvent)new DocumentPupilsChanged(about.PupilId, id));
        if (await record.SaveAsync([new DocumentKept(kept.Document.PupilId, id), .. others], cancel) is { } meanwhile
            && !await record.HasAddedDocumentAsync(id, cancel))
        {
            return new FileAnswer(file.Name, $"Not stored: {meanwhile.Sentence}.", IsKept: false);
        }

        waking.Say();
        var seen = viewer.MaySee(details.Visibility);
        var locked = file.IsLocked ? " It is locked with a password: it cannot be previewed, and its words cannot be searched." : "";
        var asText = file.Kind.LeavesAsText(file.Name) ? $" It can carry a program, so it is handed out as text, named {file.Kind.Named(file.Name)}." : "";
        return new FileAnswer(
            file.Name, seen ? $"Stored.{locked}{asText}" : $"Stored.{locked}{asText} Only {Readers.InWords(details.Visibility)} can see it now.", IsKept: true, seen ? $"/documents/{id}" : null);
    }

    /// <summary>The same content, for the same pupil, where the viewer may know of it.</summary>
    private async Task<FileAnswer?> AlreadyHereAsync(ReceivedFile file, IReadOnlyList<Id<Pupil>> pupils, CancellationToken cancel)
    {
        var pupil = pupils[0];
        var theirs = record.DocumentPupils.Where(a => a.PupilId == pupil).Select(a => a.DocumentId);
        var same = record.DocumentVersions.Where(v => v.Sha256 == file.Sha256 && v.SupersededAt == null).Select(v => v.DocumentId);
        var here = await record.Documents.AsNoTracking()
            .Where(d => same.Contains(d.Id) && theirs.Contains(d.Id) && d.WithdrawnAt == null)
            .Select(d => new { d.Id, d.Title })
            .FirstOrDefaultAsync(cancel);
        return here is null ? null : new FileAnswer(file.Name, $"This file is here already, as “{here.Title}”. It was not stored twice.", IsKept: true, $"/documents/{here.Id}");
    }

    /// <summary>From the sending and the content, so that a file that is sent again is the same document.</summary>
    private Id<Document> IdOf(Guid sending, ReceivedFile file)
    {
        var named = SHA256.HashData(Encoding.UTF8.GetBytes($"{viewer.PersonId} {sending} {file.Sha256}"));
        return new Id<Document>(new Guid(named.AsSpan(0, 16)));
    }
}
