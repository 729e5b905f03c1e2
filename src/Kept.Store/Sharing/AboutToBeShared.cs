using System.Text.Encodings.Web;
using System.Text.Json;
using Kept.Domain;
using Kept.Domain.Access;
using Kept.Domain.Documents;
using Kept.Domain.Log;
using Kept.Domain.Messages;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kept.Store.Sharing;

/// <summary>What of a save a family will read that it could not read before, from the rows that it changes.</summary>
/// <param name="Only">The one carer who reads it; null for all who may be told.</param>
internal sealed record AboutToBeShared(Id<Pupil> PupilId, string Words, Id<Person>? SpokeWith, Id<Person>? Only)
{
    private static readonly JsonSerializerOptions PlainJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<AboutToBeShared> In(KeptDb db) =>
        [.. db.ChangeTracker.Entries().Where(row => row.State is EntityState.Added or EntityState.Modified).SelectMany(row => Of(db, row)).Where(s => s.Words.Length > 0)];

    private static IEnumerable<AboutToBeShared> Of(KeptDb db, EntityEntry row) => row.Entity switch
    {
        // To its one carer.
        Message { IsFromFamily: false } message when row.State is EntityState.Added =>
            [new(message.PupilId, message.Words, null, InHand<MessageThread>(db).FirstOrDefault(t => t.Id == message.ThreadId)?.CarerId ?? default(Id<Person>?))],
        PlanVersion version when row.State is EntityState.Added => [new(version.PupilId, Texts(row), null, null)],
        Document document when IsShared(row) =>
            InHand<DocumentPupil>(db).Where(p => p.DocumentId == document.Id && p.EndedAt == null).Select(p => new AboutToBeShared(p.PupilId, Texts(row), null, null)),
        IAboutPupil about and not (EntryVersion or DocumentVersion) when IsShared(row) => [new(about.PupilId, Texts(row), (row.Entity as LogEntry)?.SpokeWithId, null)],
        _ => []
    };

    private static bool IsShared(EntityEntry row) =>
        row.Metadata.FindProperty(nameof(Visibility))?.ClrType == typeof(Visibility) && row.Property(nameof(Visibility)).CurrentValue is Visibility.Family;

    /// <summary>All of what is new to the family; of what they could read before, what has changed.</summary>
    private static string Texts(EntityEntry row)
    {
        var isNew = row.State is EntityState.Added || (row.Metadata.FindProperty(nameof(Visibility)) is not null && row.Property(nameof(Visibility)).IsModified);
        return string.Join(" \u2029 ", row.Properties.Where(p => isNew || p.IsModified).Select(TextOf).Where(words => !string.IsNullOrEmpty(words)));
    }

    private static string? TextOf(PropertyEntry property) => property.CurrentValue switch
    {
        string words => words,
        PlanContent content => JsonSerializer.Serialize(content, PlainJson),
        _ => null
    };

    private static IEnumerable<T> InHand<T>(KeptDb db)
        where T : class => db.ChangeTracker.Entries<T>().Where(row => row.State is not EntityState.Deleted).Select(row => row.Entity);
}
