using Kept.Web.Imports;

namespace Kept.Web.Features.Staff.Import;

internal static class ImportLinks
{
    public static string LeftOut(Upload upload) => $"/import?handler=rows&left-out={Uri.EscapeDataString(upload.Token)}";

    public static string Done(Upload upload, bool leftOut) => leftOut ? $"/import?left-out={Uri.EscapeDataString(upload.Token)}" : "/import";

    public static string Pupils(Upload upload) => $"/import/pupils?file={Uri.EscapeDataString(upload.Token)}";

    public static string Staff(Upload upload) => $"/import/staff?file={Uri.EscapeDataString(upload.Token)}";

    public static string Log(Upload upload) => $"/import/log?file={Uri.EscapeDataString(upload.Token)}";
}
