using Kept.Domain.Ledger;
using Kept.Domain.People;

namespace Kept.Domain.Telling;

/// <summary>A person says that they told a carer: by telephone, at the gate, with a letter.</summary>
public sealed record CarerToldByHand(Id<Person> CarerId, Id<Dispatch> DispatchId) : ISchoolEvent
{
    public string Kind => "carer-told-by-hand";
}

/// <summary>A person takes back that a letter went: it did not, and waits again.</summary>
public sealed record LetterTakenBack(Id<Person> CarerId, Id<Dispatch> DispatchId) : ISchoolEvent
{
    public string Kind => "letter-taken-back";
}

/// <summary>A person says of a letter that came out empty that there is nothing to tell: it waits no longer.</summary>
public sealed record NothingToTell(Id<Person> CarerId, Id<Dispatch> DispatchId) : ISchoolEvent
{
    public string Kind => "letter-nothing-to-tell";
}

/// <summary>A person says that what may have arrived is to be sent again.</summary>
public sealed record SentAgain(Id<Person> CarerId, Id<Dispatch> DispatchId) : ISchoolEvent
{
    public string Kind => "notice-sent-again";
}

/// <summary>Taken back before all were told: who has not been told will not be.</summary>
public sealed record NewsTakenBack(Id<News> NewsId) : ISchoolEvent
{
    public string Kind => "news-taken-back";
}

public sealed record NewsTold(Id<News> NewsId) : ISchoolEvent
{
    public string Kind => "news-told";
}
