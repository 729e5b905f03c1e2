using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Documents;
using Kept.Domain.Meetings;
using Kept.Domain.Messages;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Web.Wordings;

namespace Kept.Web.Components;

/// <summary>Where the pages for families are.</summary>
public static class FamilyLinks
{
    public const string Start = "/family";

    public const string Enter = "/family/enter";

    /// <summary>The phones that let a carer in without a letter.</summary>
    public const string Phones = "/family/account";

    /// <summary>Where anybody checks a receipt.</summary>
    public const string CheckReceipt = "/receipt";

    public static string Child(School school, Id<Pupil> child) => $"/family/{school.Slug}/{child}";

    public static string Wrong(School school, Id<Pupil> child) => $"/family/{school.Slug}/{child}/wrong";

    public static string News(School school, Id<Pupil> child) => $"/family/{school.Slug}/{child}/news";

    public static string Contact(School school, Id<Pupil> child) => $"/family/{school.Slug}/{child}/contact";

    public static string Plan(School school, Id<Pupil> child) => $"{Child(school, child)}/plan";

    public static string Documents(School school, Id<Pupil> child) => $"{Child(school, child)}/documents";

    public static string File(School school, Id<Pupil> child, Id<Document> document) => $"{Documents(school, child)}/{document}/file";

    public static string Download(School school, Id<Pupil> child) => $"{Child(school, child)}/download";

    public static string Meeting(School school, Id<Pupil> child, Id<Meeting> meeting) => $"/family/{school.Slug}/{child}/meetings/{meeting}";

    /// <summary>Where a time to talk is booked.</summary>
    public static string Times(School school, Id<Pupil> child) => $"{Child(school, child)}/times";

    public static string Recording(School school, Id<Pupil> child, Id<Meeting> meeting, Guid recording) => $"{Meeting(school, child, meeting)}/recordings/{recording}";

    public static string Messages(School school, Id<Pupil> child) => $"{Child(school, child)}/messages";

    public static string Thread(School school, Id<Pupil> child, Id<MessageThread> thread) => $"{Messages(school, child)}/{thread}";

    public static string File(School school, Id<Pupil> child, Id<MessageThread> thread, Id<MessageFile> file) => $"{Thread(school, child, thread)}/files/{file}";

    public static string Write(School school, Id<Pupil> child) => $"{Messages(school, child)}/write";

    public static string Receipt(School school, Id<Pupil> child, Id<AgreedAction> action) => $"{Child(school, child)}/receipts/{action}";

    public static string Checkpoints(string school) => $"/proof/{school}/checkpoints";

    public static string Join(School school) => $"/family/join/{school.Slug}";

    public static string Join(School school, string code) => $"/family/join/{school.Slug}/{code}";

    /// <summary>The same page in another language. A form that was refused is begun again, since its address has no page of its own.</summary>
    public static string In(HttpRequest request, string language) => $"{request.PathBase}{request.Path}?{FamilyLanguage.Choice}={language}";
}
