using Kept.Domain;
using Kept.Domain.Schools;
using Kept.Domain.Transfers;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Transfers;

/// <summary>
/// A package as it came, byte for byte, without the documents' files: these lie among our own, and its manifest has their digests. The other
/// school's chain stays provable as long as it is kept.
/// </summary>
public sealed class ReceivedPackage : IBelongsToSchool
{
    /// <summary>The received record's.</summary>
    public required Id<ReceivedRecord> Id { get; init; }

    public required Id<School> SchoolId { get; init; }
    public required byte[] Content { get; init; }
}

internal sealed class ReceivedRecordMapping : IEntityTypeConfiguration<ReceivedRecord>
{
    public void Configure(EntityTypeBuilder<ReceivedRecord> received)
    {
        received.IsRecordedAs("received-record").StaysAtTheSchool();
        received.Property(r => r.FromSchool).HasMaxLength(School.NameMaxLength);
        received.Property(r => r.Digest).HasMaxLength(ReceivedRecord.DigestLength);
        received.HasIndex(r => new { r.SchoolId, r.PupilId });
    }
}

internal sealed class ReceivedPackageMapping : IEntityTypeConfiguration<ReceivedPackage>
{
    public void Configure(EntityTypeBuilder<ReceivedPackage> package)
    {
        package.IsKeptBySchool();
        package.Refers<ReceivedPackage, ReceivedRecord>(nameof(ReceivedPackage.Id));
    }
}
