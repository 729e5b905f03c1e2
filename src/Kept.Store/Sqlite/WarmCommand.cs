using Microsoft.Data.Sqlite;

namespace Kept.Store.Sqlite;

/// <summary>A command that goes back to its connection with its statement prepared, in place of being thrown away.</summary>
internal sealed class WarmCommand : SqliteCommand
{
    /// <summary>Whether it was made by Entity Framework, whose texts come again and again.</summary>
    public bool ComesAgain { get; set; }

    /// <summary>What went wrong once is prepared anew.</summary>
    public void Spoil() => ComesAgain = false;

    protected override void Dispose(bool disposing)
    {
        if (!disposing || !ComesAgain || DataReader is not null || Connection is not WarmConnection home || !home.Keep(this))
        {
            base.Dispose(disposing);
        }
    }
}
