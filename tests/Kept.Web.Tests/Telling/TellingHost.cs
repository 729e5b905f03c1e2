using Kept.Domain.Telling;
using Kept.Store;
using Kept.Store.Families;
using Kept.Store.Telling;
using Kept.Web.Hosting;
using Kept.Web.Telling;
using Kept.Web.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kept.Web.Tests.Telling;

/// <summary>Tells nobody by itself: a test says when, and through which server.</summary>
public class TellingHost(Template template) : KeptHost(template)
{
    public static readonly Uri Address = new("https://kept.example");

    /// <summary>Pages know that mail can be sent; it goes through the server that a test gives its teller.</summary>
    protected override KeptAppOptions Options => base.Options with { Address = Address, Mail = new MailServer("localhost", 1, "kept@hillview.example") };

    private Database Database => Place.Database;

    /// <summary>One node's teller; several may work on the same database.</summary>
    internal Teller Teller(params ISender[] senders) => new(
        new Spreading(Database, Clock), new Gathering(Database, Clock), new DispatchQueue(Database, Clock), new AskingAfter(Database, Clock), new WaysIn(Database, Clock), senders, new OutgoingWords(Address), NullLogger<Teller>.Instance);

    internal async Task<IReadOnlyList<Notice>> NoticesAsync(Guid about)
    {
        await using var db = OpenDb();
        return await db.Notices.AsNoTracking().Where(n => n.AboutId == about).OrderBy(n => n.MadeAt).ToListAsync();
    }

    internal async Task<IReadOnlyList<Dispatch>> DispatchesAsync(TestPerson carer)
    {
        await using var db = OpenDb();
        return await db.Dispatches.AsNoTracking().Where(d => d.CarerId == carer.Id).OrderBy(d => d.MadeAt).ThenBy(d => d.Id).ToListAsync();
    }

    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.RemoveWorker<Teller>();
    }
}
