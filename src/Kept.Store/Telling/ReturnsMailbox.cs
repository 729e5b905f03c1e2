using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Kept.Store.Telling;

/// <summary>How far the mailbox has been read to which undelivered mail comes back. It is the machine’s and no school’s; nothing that was in it is here.</summary>
public sealed class ReturnsMailbox
{
    public const int NameMaxLength = 254;
    public const int TroubleMaxLength = 200;

    /// <summary>"user@host:port".</summary>
    public required string Name { get; init; }

    /// <summary>The server’s UIDVALIDITY: while it is the same, a greater number is a later mail.</summary>
    public long Validity { get; init; }

    /// <summary>Of the last mail that was looked at.</summary>
    public long LastUid { get; init; }

    /// <summary>When it is looked at next. Whoever moves it looks, for all nodes.</summary>
    public required Instant LookAt { get; init; }

    /// <summary>When it was last read without trouble.</summary>
    public Instant? ReadAt { get; init; }

    /// <summary>Why it cannot be read, in a sentence for staff.</summary>
    public string? Trouble { get; init; }
}

internal sealed class ReturnsMailboxMapping : IEntityTypeConfiguration<ReturnsMailbox>
{
    public void Configure(EntityTypeBuilder<ReturnsMailbox> mailbox)
    {
        mailbox.ToTable("returns_mailboxes");
        mailbox.HasKey(m => m.Name);
        mailbox.Property(m => m.Name).HasMaxLength(ReturnsMailbox.NameMaxLength);
        mailbox.Property(m => m.Trouble).HasMaxLength(ReturnsMailbox.TroubleMaxLength);
    }
}
