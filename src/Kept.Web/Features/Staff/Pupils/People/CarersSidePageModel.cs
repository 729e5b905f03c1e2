using Kept.Domain.People;
using Kept.Store;
using Kept.Store.Families;
using Kept.Web.Components;
using Kept.Web.Wordings;
using Microsoft.AspNetCore.Mvc;

namespace Kept.Web.Features.Staff.Pupils.People;

/// <summary>A page that shows staff what one carer reads, through that carer’s own door, in English or in the carer’s language. Nothing on it acts for the carer.</summary>
public abstract class CarersSidePageModel(VisibleRecord record) : KnownCarerPageModel(record)
{
    public bool MayTranslate => Viewer.Sight.MayLog;

    public Language Language => Languages.Of(Tie.Language);

    /// <summary>"them" shows the page in the carer’s language.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    /// <summary>Null where Kept has no words in the carer’s language.</summary>
    public Wording? TheirWords => Wording.Of(Tie.Language);

    public Wording Words => (As is "them" ? TheirWords ?? Wording.InEnglish : Wording.InEnglish).As(Tie.Formats);

    public string PlanPage => InTheSameLanguage(PupilPeopleLinks.PreviewPlan(PupilId, CarerId));

    public string DocumentsPage => InTheSameLanguage(PupilPeopleLinks.PreviewDocuments(PupilId, CarerId));

    public string AgreedPage => InTheSameLanguage(PupilPeopleLinks.Preview(PupilId, CarerId));

    /// <summary>Whether what people wrote is shown as it is translated for them.</summary>
    protected bool IsTranslated => As is "them" || TheirWords is null;

    protected SharedWith Side => new(Record, CarerId, PupilId);

    private string InTheSameLanguage(string page) => As is "them" ? $"{page}?as=them" : page;
}
