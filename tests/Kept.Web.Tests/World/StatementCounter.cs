using System.Data.Common;
using Microsoft.AspNetCore.Http;

namespace Kept.Web.Tests.World;

/// <summary>
/// Counts what Entity Framework sends to the database of one host while it answers a request. What is written a moment later by the
/// services behind it (decision 10) is nobody's page.
/// </summary>
internal sealed class StatementCounter : StatementListener
{
    /// <summary>Follows the flow of a request; a service behind the pages has none.</summary>
    private static readonly HttpContextAccessor Request = new();

    private int statements;

    private StatementCounter(KeptHost host)
        : base(host) => Listen();

    public int Statements => statements;

    public static StatementCounter Of(KeptHost host) => new(host);

    protected override void Sent(DbCommand command)
    {
        if (Request.HttpContext is not null)
        {
            Interlocked.Increment(ref statements);
        }
    }
}
