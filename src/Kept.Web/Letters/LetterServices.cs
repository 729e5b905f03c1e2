namespace Kept.Web.Letters;

internal static class LetterServices
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<ILetterPress, LetterPress>();

        // As with a carer’s own copy: the pages’ words lie with the pages, and whoever reads in them is looked for.
        services.AddScoped(typeof(IReadsLetters), typeof(LetterServices).Assembly.GetTypes().Single(t => t.IsClass && t.IsAssignableTo(typeof(IReadsLetters))));
    }
}
