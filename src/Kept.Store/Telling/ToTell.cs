using Kept.Domain;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Telling;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>Something that a person of the school has to look at: it waits for their hands, may not have arrived, or did not.</summary>
/// <param name="Children">Those it is about; for news, none.</param>
/// <param name="Format">In which form they read: "large print"; null for ordinary print.</param>
/// <param name="HasAWayIn">Whether the carer can read it in Kept.</param>
public sealed record ToTell(
    Dispatch Dispatch, string CarerName, string? Phone, bool HasAWayIn, string? Times, bool InterpreterNeeded, string? Format, IReadOnlyList<ToldChild> Children, IReadOnlyList<NoticeOf> Of);

public sealed record ToldChild(Id<Pupil> Id, string Name);

/// <summary>Of one shared thing: how one carer was told, and whether they have it before them.</summary>
public sealed record ToldLine(Id<Person> CarerId, string CarerName, Notice Notice, Dispatch? Dispatch);

/// <summary>How a piece of news goes out.</summary>
/// <param name="IsWorkedOut">Whether all whom it is for have been found.</param>
public sealed record NewsProgress(bool IsWorkedOut, int Carers, int Waiting, int Sent, int ByHand, int Unclear, int Opened, int Withheld)
{
    public bool IsOver => IsWorkedOut && Waiting == 0;

    public int Percent => Carers == 0 ? IsWorkedOut ? 100 : 0 : (Carers - Waiting) * 100 / Carers;
}

/// <summary>A piece of news with who wrote it.</summary>
public sealed record NewsLine(News News, string By);
