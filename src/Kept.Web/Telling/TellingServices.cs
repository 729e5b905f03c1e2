using Kept.Domain.Telling;
using Kept.Store.Families;
using Kept.Store.Telling;
using NodaTime;

namespace Kept.Web.Telling;

internal static class TellingServices
{
    /// <param name="services">The application's.</param>
    /// <param name="mail">Null where the school sends no mail.</param>
    /// <param name="notify">Null where the school does not use GOV.UK Notify.</param>
    /// <param name="address">Where families reach Kept; null: nothing is sent, and staff tell them.</param>
    public static void AddTelling(this IServiceCollection services, MailServer? mail, NotifyService? notify, Uri? address)
    {
        services.AddSingleton<Spreading>();
        services.AddSingleton<Gathering>();
        services.AddSingleton<DispatchQueue>();
        services.AddSingleton<AskingAfter>();
        services.AddSingleton<WaysIn>();
        services.AddSingleton<AskingForALink>();
        if (mail is not null)
        {
            services.AddSingleton<ISender>(new SmtpSender(mail));
        }

        if (notify is not null)
        {
            services.AddSingleton(given => new NotifyApi(notify, given.GetRequiredService<IClock>()));
            foreach (var (way, template) in new[] { (WayToTell.Email, notify.EmailTemplate), (WayToTell.Text, notify.TextTemplate) })
            {
                if (template is { } id)
                {
                    services.AddSingleton<ISender>(given => new NotifySender(given.GetRequiredService<NotifyApi>(), notify.Key, way, id));
                }
            }
        }

        services.AddSingleton(given => new Teller(
            given.GetRequiredService<Spreading>(),
            given.GetRequiredService<Gathering>(),
            given.GetRequiredService<DispatchQueue>(),
            given.GetRequiredService<AskingAfter>(),
            given.GetRequiredService<WaysIn>(),
            given.GetServices<ISender>(),
            address is null ? null : new OutgoingWords(address),
            given.GetRequiredService<ILogger<Teller>>()));
        services.AddSingleton<IPostRoom>(given => given.GetRequiredService<Teller>());
        services.AddHostedService(given => given.GetRequiredService<Teller>());
        services.AddReturns(mail);
    }

    /// <summary>What comes back of the mail that went out.</summary>
    private static void AddReturns(this IServiceCollection services, MailServer? mail)
    {
        services.AddSingleton<ReturnsMailboxes>();
        services.AddSingleton<ReturnedMail>();
        services.AddSingleton(given => new ReturnsHealth(mail?.Returns, given.GetRequiredService<ReturnsMailboxes>()));
        if (mail?.Returns is { } returns)
        {
            services.AddHostedService(given => new ReturnsReader(
                returns,
                mail.From,
                new ReturnsInbox(returns, given.GetRequiredService<IClock>()),
                given.GetRequiredService<ReturnsMailboxes>(),
                given.GetRequiredService<ReturnedMail>(),
                given.GetRequiredService<IPostRoom>(),
                given.GetRequiredService<ILogger<ReturnsReader>>()));
        }
    }
}
