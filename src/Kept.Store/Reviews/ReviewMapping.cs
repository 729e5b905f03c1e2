using Kept.Domain.Log;
using Kept.Domain.People;
using Kept.Domain.Reviews;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Reviews;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.IsRecordedAs("review");
        review.Property(r => r.WhatChanged).HasMaxLength(Review.TextMaxLength);
        review.Property(r => r.WhatNext).HasMaxLength(Review.TextMaxLength);
        review.Refers<Review, LogEntry>(nameof(Review.EntryId));
        review.Refers<Review, Person>(nameof(Review.ById));
        review.HasIndex(r => new { r.SchoolId, r.EntryId });
        review.HasIndex(r => new { r.SchoolId, r.PupilId, r.HeldAt });
    }
}
