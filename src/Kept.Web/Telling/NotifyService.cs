namespace Kept.Web.Telling;

/// <summary>GOV.UK Notify, as a school or a trust has set it up there.</summary>
/// <param name="Address">Where its API is.</param>
/// <param name="EmailTemplate">Its template for emails, of ((subject)) and ((body)); null where it sends none.</param>
/// <param name="TextTemplate">Its template for texts, of ((body)); null where it sends none.</param>
public sealed record NotifyService(Uri Address, NotifyKey Key, Guid? EmailTemplate, Guid? TextTemplate)
{
    public static readonly Uri Live = new("https://api.notifications.service.gov.uk");
}
