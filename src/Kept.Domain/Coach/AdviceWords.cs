using System.Globalization;
using Kept.Domain.Schools;
using NodaTime;

namespace Kept.Domain.Coach;

/// <summary>What the coach says. One sentence or two short ones, kind, with an example where it helps.</summary>
internal static class AdviceWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static Advice VagueIssue { get; } = new(
        AdviceCode.VagueIssue,
        "What did the family actually raise? A few of their own words are enough, such as “worried about morning transitions”.");

    public static Advice VagueAction { get; } = new(
        AdviceCode.VagueAction,
        "What will somebody be able to see happening? For example “check reading task completion every Friday for four weeks”.");

    public static Advice NoDate { get; } = new(
        AdviceCode.NoDate,
        "By when? A day such as “by Friday” or “after half-term” lets everyone see that it was kept.");

    /// <summary>Words that look like a date and are none that can be meant.</summary>
    public static Advice DateInDoubt(string words, DateDoubtReason reason) => new(
        AdviceCode.NoDate,
        reason switch
        {
            DateDoubtReason.NoSuchDay => $"“{words}” is not a day we can find in the calendar. By which day will it be done?",
            DateDoubtReason.Gone => $"“{words}” has already gone by. By which day will it be done?",
            _ => $"“{words}” is more than two years away. By which day will it be done, or looked at again?"
        });

    public static Advice EarlyThought { get; } = new(
        AdviceCode.EarlyThought,
        "This sounds like an idea rather than something agreed. Park it with a day to look again, or say who will do it.");

    public static Advice DoneTo { get; } = new(
        AdviceCode.DoneTo,
        "This tells the family what has been decided. Try “we plan to …, and would like your view on …”.");

    public static Advice TooLong { get; } = new(
        AdviceCode.TooLong,
        "This reads like minutes. Keep the line to one point and move the rest to the note.");

    public static Advice NoOwner { get; } = new(
        AdviceCode.NoOwner,
        "Who will do this? Name one person, such as “SENCO” or “mum”.");

    public static Advice NobodyYet { get; } = new(
        AdviceCode.NoOwner,
        "It needs somebody’s name before it can happen. Who could take it on?");

    public static Advice GroupOwner(string group) => new(
        AdviceCode.GroupOwner,
        $"When it is everybody’s it is easily nobody’s. Who, of “{group}”, will see that it happens?");

    public static Advice TwoOwners(string names) => new(
        AdviceCode.TwoOwners,
        $"This is for more than one person: {names}. Make it one action for each, so that each knows their part.");

    public static Advice WhichOne(string words, IReadOnlyList<RosterPerson> people) => new(
        AdviceCode.NoOwner,
        $"Which “{words}” is meant: {string.Join(" or ", people.Take(3).Select(p => p.Name))}?");

    public static Advice NotKnown(string words) => new(
        AdviceCode.NoOwner,
        $"I don’t know who “{words}” is for this pupil. Choose the person who will do it.");

    public static Advice ActedOn(string words) => new(
        AdviceCode.NoOwner,
        $"Something is to be done for “{words}”, but who will do it? Name one person.");

    public static Advice Label(string words) => new(
        AdviceCode.Label,
        $"The family can read this. Instead of “{words.Trim()}”, write what was said or done.");

    public static Advice Jargon(string term) => new(
        AdviceCode.Jargon,
        Coach.Jargon.InPlainWords(term) is { } plain
            ? $"The family may not know “{term}”. In plain words: {plain}."
            : $"The family may not know “{term}”. Write it out in plain words.");

    /// <summary>A date on which nobody is in is kept, and the next day that pupils attend is offered.</summary>
    public static Advice? ClosedDay(LocalDate? due, SchoolCalendar calendar)
    {
        if (due is not { } day || !IsClosed(day, calendar))
        {
            return null;
        }

        var next = calendar.NextSchoolDay(day) is { } open ? $" The next school day is {Say(open)}." : "";
        return new Advice(AdviceCode.ClosedDay, $"School is closed on {Say(day)}.{next}");
    }

    /// <summary>Nobody is in at a weekend, even where the calendar has not been entered.</summary>
    private static bool IsClosed(LocalDate day, SchoolCalendar calendar) =>
        day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || (calendar.Knows(day) && calendar.IsClosed(day));

    private static string Say(LocalDate day) => day.ToString("dddd d MMMM", British);
}
