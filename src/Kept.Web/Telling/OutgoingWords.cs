using Kept.Domain.Telling;
using Kept.Store.Telling;
using Kept.Web.Wordings;
using NodaTime;

namespace Kept.Web.Telling;

/// <summary>What goes out, in the carer's language: the school's name, an address to open, and nothing about anybody.</summary>
/// <param name="address">Where families reach Kept: "https://kept.example".</param>
internal sealed class OutgoingWords(Uri address)
{
    private const int Cut = 4;
    private const string Dots = "...";

    public Outgoing SomethingWaits(ToSend what)
    {
        var words = WordsFor(what);
        var school = ("school", (object?)what.SchoolName);
        var page = new Uri(address, "/family").ToString();
        return what.Way is WayToTell.Text
            ? Text(what, words, "text.waits", page)
            : Of(what, words, words.Say("mail.waits.subject", school), [words.Say("mail.waits", school), page, words["mail.private"], words["mail.lost"]]);
    }

    /// <param name="code">Of a single-use link, made for this sending.</param>
    /// <param name="until">The last day on which it opens.</param>
    public Outgoing WayIn(ToSend what, string code, LocalDate until)
    {
        var words = WordsFor(what);
        var school = ("school", (object?)what.SchoolName);
        var page = new Uri(address, $"/family/join/{what.Slug}/{code}").ToString();
        return what.Way is WayToTell.Text
            ? Text(what, words, "text.wayin", page)
            : Of(what, words, words.Say("mail.wayin.subject", school), [words.Say("mail.wayin", school), page, words.Say("mail.wayin.once", ("day", words.Spoken(until))), words["mail.wayin.notMe"]]);
    }

    private static Wording WordsFor(ToSend what) => (Wording.Of(what.Language) ?? Wording.InEnglish).As(what.Formats);

    /// <summary>A long name of a school gives way: each text costs, and the address must arrive whole.</summary>
    private static Outgoing Text(ToSend what, Wording words, string key, string page)
    {
        var name = what.SchoolName;
        string said;
        do
        {
            said = words.Say(key, ("school", name));
            name = $"{name[..Math.Max(1, name.Length - Cut - Dots.Length)].TrimEnd()}{Dots}";
        }
        while (TextLength.Segments($"{said}\n{page}") > TextLength.MostSegments && name.Length > Cut + Dots.Length + 1);

        return Of(what, words, "", [said, page]);
    }

    private static Outgoing Of(ToSend what, Wording words, string subject, IReadOnlyList<string> paragraphs) =>
        new(what.Id.ToString(), what.Address!, what.SchoolName, subject.Replace(OneIdeaALine.NewLine, ' '), paragraphs, words.Lang, words.Direction, what.Begun) { Formats = what.Formats };
}
