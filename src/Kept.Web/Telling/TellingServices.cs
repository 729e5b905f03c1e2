using Kept.Store.Families;
using Kept.Store.Telling;

namespace Kept.Web.Telling;

internal static class TellingServices
{
    /// <param name="services">The application's.</param>
    /// <param name="mail">Null where the school sends no mail.</param>
    /// <param name="address">Where families reach Kept; null: nothing is sent, and staff tell them.</param>
    public static void AddTelling(this IServiceCollection services, MailServer? mail, Uri? address)
    {
        services.AddSingleton<Spreading>();
        services.AddSingleton<Gathering>();
        services.AddSingleton<DispatchQueue>();
        services.AddSingleton<WaysIn>();
        services.AddSingleton<AskingForALink>();
        if (mail is not null)
        {
            services.AddSingleton<ISender>(new SmtpSender(mail));
        }

        services.AddSingleton(given => new Teller(
            given.GetRequiredService<Spreading>(),
            given.GetRequiredService<Gathering>(),
            given.GetRequiredService<DispatchQueue>(),
            given.GetRequiredService<WaysIn>(),
            given.GetServices<ISender>(),
            address is null ? null : new OutgoingWords(address),
            given.GetRequiredService<ILogger<Teller>>()));
        services.AddSingleton<IPostRoom>(given => given.GetRequiredService<Teller>());
        services.AddHostedService(given => given.GetRequiredService<Teller>());
    }
}
