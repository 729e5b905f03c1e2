namespace Kept.Web.Components;

/// <summary>The few words that every form and frame brings itself. English for staff; a page for families sets its own.</summary>
/// <param name="Error">Said by a screen reader before what is wrong.</param>
/// <param name="Problem">Above all that is wrong.</param>
/// <param name="Done">Above what was just done.</param>
public sealed record FrameWords(string Error, string Problem, string Done, string Day, string Month, string Year)
{
    private static readonly FrameWords English = new("Error", "There is a problem", "Success", "Day", "Month", "Year");

    public static FrameWords Of(HttpContext http) => http.Features.Get<Func<FrameWords>>()?.Invoke() ?? English;
}
