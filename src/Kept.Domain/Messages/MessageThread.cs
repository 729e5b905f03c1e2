using Kept.Domain.Documents;
using Kept.Domain.Ledger;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Messages;

/// <summary>Whose turn it is to write.</summary>
public enum Turn
{
    /// <summary>The family wrote last, and the school has promised an answer.</summary>
    School,

    Family,

    /// <summary>It is closed.</summary>
    Nobody
}

/// <summary>
/// Messages about one child between the school and exactly one carer: parents never share a thread (rule 10). Whose turn it is follows from the messages
/// and is kept nowhere; see <see cref="Standing"/>.
/// </summary>
public sealed class MessageThread : IAboutPupil
{
    public const int SubjectMaxLength = 120;

    /// <summary>More than a family and a school write about one thing; then another thread is begun.</summary>
    public const int MostMessages = 200;

    public required Id<MessageThread> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Pupil> PupilId { get; init; }

    /// <summary>The one carer who reads it and writes in it.</summary>
    public required Id<Person> CarerId { get; init; }

    public required string Subject { get; init; }
    public required Instant StartedAt { get; init; }

    /// <summary>The member of staff who answers; null while nobody has it.</summary>
    public Id<Person>? WithId { get; private set; }

    /// <summary>How many messages there are; the last one bears this number.</summary>
    public int Count { get; private set; }

    /// <summary>When the school said what came of it; null while it is open.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>Raised with every change; a save from an older version is refused rather than lost.</summary>
    public int Version { get; private set; } = 1;

    public bool IsClosed => ClosedAt is not null;

    public static Result<SentMessage> Start(NewThread begun, NewMessage first)
    {
        if (Text.Tidy(begun.Subject) is not { } subject)
        {
            return new Refusal("Enter what it is about", nameof(Subject));
        }

        if (subject.Length > SubjectMaxLength)
        {
            return new Refusal($"Use {SubjectMaxLength} characters or fewer", nameof(Subject));
        }

        var thread = new MessageThread
        {
            Id = begun.Id,
            SchoolId = begun.SchoolId,
            PupilId = begun.PupilId,
            CarerId = begun.CarerId,
            Subject = subject,
            StartedAt = first.At,
            WithId = begun.WithId
        };
        return thread.Add(first, closes: false).Allowed(out var added, out var refusal)
            ? new SentMessage(thread, added.Message, new ThreadStarted(thread.PupilId, thread.Id)) { Files = added.Files }
            : refusal;
    }

    /// <summary>Another message, from the carer or from any of the staff who see the thread. It opens a closed thread again.</summary>
    public Result<SentMessage> Write(NewMessage sent)
    {
        if (!Add(sent, closes: false).Allowed(out var added, out var refusal))
        {
            return refusal;
        }

        ClosedAt = null;
        return new SentMessage(this, added.Message, new MessageSent(PupilId, added.Message.Id)) { Files = added.Files };
    }

    /// <summary>The school says what came of it, in words that the family reads.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="seen">How many messages its writer had before them: nothing is closed over a message that nobody has read.</param>
    public Result<SentMessage> Close(NewMessage outcome, int seen)
    {
        if (IsClosed)
        {
            return new Refusal("This is closed already");
        }

        if (outcome.ById == CarerId)
        {
            return new Refusal("Only the school closes a thread");
        }

        if (Text.TidyLines(outcome.Words) is null)
        {
            return new Refusal("Say what came of it: the family reads this", nameof(Message.Words));
        }

        if (seen != Count)
        {
            return new Refusal("There is a new message since you opened this page. Read it first, then close");
        }

        if (!Add(outcome, closes: true).Allowed(out var added, out var refusal))
        {
            return refusal;
        }

        ClosedAt = outcome.At;
        return new SentMessage(this, added.Message, new ThreadClosed(PupilId, Id)) { Files = added.Files };
    }

    /// <summary>A colleague answers from now on.</summary>
    public Result<ThreadHandover> PassTo(Id<Person>? to, string? reason, Id<Person> by, Instant at)
    {
        if (to is not { } colleague)
        {
            return new Refusal("Choose who answers from now on", nameof(WithId));
        }

        if (colleague == WithId)
        {
            return new Refusal("They have it already. Choose somebody else", nameof(WithId));
        }

        if (Text.Tidy(reason) is not { } why)
        {
            return new Refusal("Say why, in a line", nameof(ThreadHandover.Reason));
        }

        if (why.Length > ThreadHandover.ReasonMaxLength)
        {
            return new Refusal($"Use {ThreadHandover.ReasonMaxLength} characters or fewer", nameof(ThreadHandover.Reason));
        }

        var from = WithId;
        WithId = colleague;
        Version++;
        return new ThreadHandover
        {
            Id = Id<ThreadHandover>.New(),
            SchoolId = SchoolId,
            PupilId = PupilId,
            ThreadId = Id,
            FromId = from,
            ToId = colleague,
            Reason = why,
            ById = by,
            At = at
        };
    }

    private Result<(Message Message, IReadOnlyList<KeptFile> Files)> Add(NewMessage sent, bool closes)
    {
        if (Text.TidyLines(sent.Words) is not { } words)
        {
            return new Refusal("Write your message", nameof(Message.Words));
        }

        if (words.Length > Message.WordsMaxLength)
        {
            return new Refusal($"Use {Message.WordsMaxLength:N0} characters or fewer", nameof(Message.Words));
        }

        if (!Languages.IsKnown(sent.Language))
        {
            return new Refusal("Choose the language it is written in", nameof(Message.Language));
        }

        if (Count >= MostMessages)
        {
            return new Refusal("This thread is very long. Start another about what is new");
        }

        var isFromFamily = sent.ById == CarerId;
        var message = new Message
        {
            Id = sent.Id,
            SchoolId = SchoolId,
            PupilId = PupilId,
            ThreadId = Id,
            Number = Count + 1,
            FromId = sent.ById,
            IsFromFamily = isFromFamily,
            Words = words,
            Language = sent.Language!,
            At = sent.At,
            Closes = closes
        };
        if (!Enclose(message, sent.With).Allowed(out var files, out var refusal))
        {
            return refusal;
        }

        Count++;
        Version++;
        WithId ??= isFromFamily ? null : sent.ById;
        return (message, files);
    }

    private Result<IReadOnlyList<KeptFile>> Enclose(Message message, FilesToSend? with)
    {
        List<KeptFile> kept = [];
        foreach (var file in (with?.Files ?? []).DistinctBy(f => f.Sha256))
        {
            if (kept.Count == MessageFile.MostInAMessage)
            {
                return new Refusal($"Send at most {MessageFile.MostInAMessage} files with one message", nameof(NewMessage.With));
            }

            if (!KeptFile.Of(message, kept.Count + 1, file, with!.From, CarerId).Allowed(out var one, out var refusal))
            {
                return refusal;
            }

            kept.Add(one);
        }

        return kept;
    }
}

/// <summary>A thread to be begun.</summary>
/// <param name="WithId">Who answers; null where nobody in particular does yet.</param>
public sealed record NewThread(Id<MessageThread> Id, Id<School> SchoolId, Id<Pupil> PupilId, Id<Person> CarerId, Id<Person>? WithId, string? Subject);

/// <summary>What somebody wants to say.</summary>
/// <param name="Id">Chosen by the form, so that sending it twice keeps one.</param>
public sealed record NewMessage(Id<Message> Id, Id<Person> ById, string? Words, string? Language, Instant At)
{
    /// <summary>Files that go with it; null for none.</summary>
    public FilesToSend? With { get; init; }
}

/// <summary>A message with its thread, and what happened.</summary>
public sealed record SentMessage(MessageThread Thread, Message Message, IRecordEvent Happened)
{
    public IReadOnlyList<KeptFile> Files { get; init; } = [];

    /// <summary>All that happened: with each file a document came into the hub.</summary>
    public IReadOnlyList<ILedgerEvent> Events => [Happened, .. Files.Select(f => new DocumentKept(f.Kept.Document.PupilId, f.Kept.Document.Id))];
}
