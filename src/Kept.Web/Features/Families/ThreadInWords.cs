using Kept.Domain;
using Kept.Domain.Messages;
using Kept.Domain.Schools;
using Kept.Store.Messages;
using Kept.Store.Translating;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Features.Families;

/// <summary>A thread as its carer reads it.</summary>
public sealed record ThreadInWords(ThreadFile Thread, LocalDate Today, Wording Words)
{
    /// <summary>What there is of the school’s messages in the reader’s language.</summary>
    public Translated Into { get; init; } = Translated.Nothing;

    /// <summary>Where the reader opens a file.</summary>
    public Func<Id<MessageFile>, string> FileAt { get; init; } = _ => "";

    /// <summary>The carer’s own messages say whether the school has read them; by whom is the school’s own.</summary>
    public string? Read(MessageLine line) => !line.Message.IsFromFamily ? null : Words[line.Openings.Count > 0 ? "messages.read" : "messages.unread"];

    public string From(MessageLine line) => line.Message.IsFromFamily ? Words["agreed.you"] : line.From;

    public string At(Instant moment)
    {
        var local = moment.InZone(School.Zone).LocalDateTime;
        return $"{Words.Plain(local.Date, Today)}, {Words.Apart(Words.Time(local.TimeOfDay))}";
    }
}
