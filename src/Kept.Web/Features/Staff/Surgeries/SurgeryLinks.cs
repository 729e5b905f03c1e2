namespace Kept.Web.Features.Staff.Surgeries;

internal static class SurgeryLinks
{
    public const string All = "/meetings/surgeries";
}
