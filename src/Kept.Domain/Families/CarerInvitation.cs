using Kept.Domain.People;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Families;

/// <summary>Why an invitation opens nothing any more.</summary>
public enum InvitationEnd
{
    /// <summary>The carer came in with it.</summary>
    TakenUp,

    /// <summary>Staff took it back: it went to the wrong person, or is not wanted any more.</summary>
    Withdrawn,

    /// <summary>A newer one was made.</summary>
    Replaced,

    /// <summary>The question was answered wrongly too often.</summary>
    TooManyTries
}

/// <summary>
/// A carer's one-time way in. It opens to who holds the code and knows when a child was born, so that a letter in the wrong hands
/// opens nothing. Only a hash of the code is here.
/// </summary>
public sealed class CarerInvitation : IBelongsToSchool
{
    /// <summary>Long enough for a letter in a school bag over a half-term.</summary>
    public static readonly Duration Lasts = Duration.FromDays(28);

    /// <summary>Who asks for a link waits for it.</summary>
    public static readonly Duration AskedForLasts = Duration.FromDays(1);

    public const int MostTries = 5;

    public required Id<CarerInvitation> Id { get; init; }
    public required Id<School> SchoolId { get; init; }
    public required Id<Person> CarerId { get; init; }
    public required Id<Person> MadeById { get; init; }
    public required Instant MadeAt { get; init; }
    public required byte[] CodeHash { get; init; }
    public required Instant Until { get; init; }

    /// <summary>Wrong answers so far.</summary>
    public int Tries { get; private set; }

    public Instant? EndedAt { get; private set; }
    public InvitationEnd? EndedBecause { get; private set; }

    public int TriesLeft => MostTries - Tries;

    public bool IsOpenAt(Instant now) => EndedAt is null && now < Until;

    /// <summary>Whoever knows the day on which one of the carer's children was born comes in, once. A wrong answer counts.</summary>
    /// <param name="said">The day that was typed.</param>
    /// <param name="born">The birthdays of the children whom this carer may be told of.</param>
    /// <param name="now">The moment of the answer.</param>
    public bool Answer(LocalDate said, IReadOnlyCollection<LocalDate> born, Instant now)
    {
        if (!IsOpenAt(now))
        {
            return false;
        }

        if (born.Contains(said))
        {
            Close(InvitationEnd.TakenUp, now);
            return true;
        }

        Tries++;
        if (TriesLeft == 0)
        {
            Close(InvitationEnd.TooManyTries, now);
        }

        return false;
    }

    public CarerInvitationEnded Withdraw(Instant now)
    {
        Close(InvitationEnd.Withdrawn, now);
        return new CarerInvitationEnded(CarerId);
    }

    public void Replace(Instant now) => Close(InvitationEnd.Replaced, now);

    private void Close(InvitationEnd why, Instant now)
    {
        if (EndedAt is null)
        {
            (EndedBecause, EndedAt) = (why, now);
        }
    }
}
