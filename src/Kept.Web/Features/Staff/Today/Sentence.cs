using Kept.Store.Handovers;

namespace Kept.Web.Features.Staff.Today;

/// <summary>The state of the day in one sentence, before any list does.</summary>
internal static class Sentence
{
    public static IReadOnlyList<(string Words, bool Late)> Of(DayList list)
    {
        List<(string, bool)> parts = [];
        Add(list.Late.Count + list.LateReviews.Count, "late", late: true, more: list.MoreAreLate);
        Add(list.Due.Count, "due today");
        Add(list.NotYet.Count, "not yet, say families");
        Add(list.Reviews.Count, list.Reviews.Count == 1 ? "review to hold" : "reviews to hold");
        Add(list.Meetings.Count, list.Meetings.Count == 1 ? "meeting" : "meetings", more: list.Meetings.Count >= DayList.MostMeetings);
        Add(list.Interpreters.Count, list.Interpreters.Count == 1 ? "interpreter to book" : "interpreters to book", more: list.Interpreters.Count >= DayList.MostInterpreters);
        Add(list.Waiting.Count, list.Waiting.Count == 1 ? "family waiting" : "families waiting", more: list.Waiting.Count >= DayList.MostBeside);
        Add(list.Views.Count, list.Views.Count == 1 ? "view on a plan to answer" : "views on plans to answer", more: list.Views.Count >= DayList.MostViews);
        Add(list.Handovers.Count, list.Handovers.Count == 1 ? "handover to finish" : "handovers to finish", more: list.Handovers.Count >= HandoverRows.MostWaiting);
        Add(list.LookAgain.Count, "to look at again");
        return parts;

        void Add(int count, string words, bool late = false, bool more = false)
        {
            if (count > 0)
            {
                parts.Add(($"{count}{(more || count >= DayList.Most ? " or more" : "")} {words}", late));
            }
        }
    }
}
