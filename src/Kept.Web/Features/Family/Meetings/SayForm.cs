using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Meetings;
using Kept.Web.Documents;
using Kept.Web.Documents.Reading;
using Kept.Web.Features.Families;
using Kept.Web.Wordings;

namespace Kept.Web.Features.Family.Meetings;

/// <summary>What is said before a meeting, by question: Kept’s own by their names, the school’s by their keys.</summary>
public sealed class SayForm
{
    public string? Well { get; set; }

    public string? Worries { get; set; }

    public string? Want { get; set; }

    public string? Child { get; set; }

    /// <summary>Answers to the school’s own questions.</summary>
    public Dictionary<string, string?> Own { get; set; } = [];

    /// <summary>The questions that were on the page.</summary>
    public List<string> Asked { get; set; } = [];

    /// <summary>What the child pointed at.</summary>
    public List<SayPicture> Pictures { get; set; } = [];

    /// <summary>And to which question.</summary>
    public string? PicturesAsked { get; set; }

    /// <summary>When what was half written was last kept, as the page was made: in the clock’s ticks; null where nothing was.</summary>
    public long? KeptAt { get; set; }

    /// <summary>Recordings of the draft that are to go.</summary>
    public List<string> LeftOut { get; set; } = [];

    internal static string FieldOf(string key) => AskedQuestion.KeptsOf(key) is { } kepts ? $"Form.{kepts}" : $"Form.Own[{key}]";

    internal static string VoiceOf(string key) => $"Form.Voice{(AskedQuestion.KeptsOf(key) is { } kepts ? kepts.ToString() : key)}";

    internal string? Of(string key) => AskedQuestion.KeptsOf(key) switch
    {
        SayQuestion.Well => Well,
        SayQuestion.Worries => Worries,
        SayQuestion.Want => Want,
        SayQuestion.Child => Child,
        _ => Own.GetValueOrDefault(key)
    };

    /// <summary>The questions to which something came: a page that was open while the school changed its questions loses nothing.</summary>
    internal IEnumerable<string> Answered(HttpContext http) =>
        Said.Keys.Concat(Asked.Where(key => CameFiles.Of(http, VoiceOf(key)).Count > 0)).Concat(PicturesAsked is { } asked && Pictures.Count > 0 ? [asked] : []);

    /// <summary>Only what answers a question that there is.</summary>
    internal Say Say(IReadOnlyDictionary<string, ReceivedFile> spoken, IReadOnlyList<AskedQuestion> questions, string? picturesUnder, Wording words)
    {
        var pictures = picturesUnder is null ? [] : Pictures.Where(Enum.IsDefined).ToList();
        return new(Said.Where(answer => questions.Any(q => q.Key == answer.Key)).ToDictionary())
        {
            Pictures = pictures,
            PicturesAsked = picturesUnder ?? AskedQuestion.KeyOf(SayQuestion.Child),
            Recordings = spoken,
            LeftOut = LeftOut,
            PicturesInWords = string.Join(", ", pictures.Select(words.Name)),
            ListenInWords = words["say.listen"]
        };
    }

    internal static SayForm Of(Say? draft) => draft is null ? new SayForm() : new SayForm
    {
        Well = Kept(draft, SayQuestion.Well),
        Worries = Kept(draft, SayQuestion.Worries),
        Want = Kept(draft, SayQuestion.Want),
        Child = Kept(draft, SayQuestion.Child),
        Own = draft.Words.Where(w => AskedQuestion.KeptsOf(w.Key) is null).ToDictionary(w => w.Key, w => (string?)w.Value),
        Pictures = [.. draft.Pictures],
        PicturesAsked = draft.PicturesAsked
    };

    /// <summary>The recordings that came with the form, by question; and the first file that was refused, or is no sound.</summary>
    internal static (IReadOnlyDictionary<string, ReceivedFile> Files, CameFile? Refused) Spoken(HttpContext http, IEnumerable<AskedQuestion> questions)
    {
        Dictionary<string, ReceivedFile> files = [];
        foreach (var question in questions)
        {
            foreach (var came in CameFiles.Of(http, VoiceOf(question.Key)))
            {
                if (came.File is not { } file || !file.Kind.IsSound())
                {
                    return (files, came);
                }

                files[question.Key] = file;
            }
        }

        return (files, null);
    }

    /// <summary>The first answer that is longer than is kept; null where none is.</summary>
    internal string? TooLong() => Said.Where(answer => answer.Value.Length > Contribution.WordsMaxLength).Select(answer => FieldOf(answer.Key)).FirstOrDefault();

    private Dictionary<string, string> Said =>
        Enum.GetValues<SayQuestion>().Select(AskedQuestion.KeyOf).Concat(Own.Keys).Distinct().Where(key => !string.IsNullOrWhiteSpace(Of(key))).ToDictionary(key => key, key => Of(key)!);

    private static string? Kept(Say draft, SayQuestion question) => draft.Words.GetValueOrDefault(AskedQuestion.KeyOf(question));
}
