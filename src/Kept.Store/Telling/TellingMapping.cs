using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Sharing;
using Kept.Domain.Telling;
using Kept.Store.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kept.Store.Telling;

/// <summary>What waits to be worked out: no part of the record, and gone when it is.</summary>
internal sealed class TidingMapping : IEntityTypeConfiguration<Tiding>
{
    public void Configure(EntityTypeBuilder<Tiding> tiding)
    {
        tiding.ToTable("tidings");
        tiding.IsKeptBySchool();
        tiding.HasIndex(t => t.At);
    }
}

/// <summary>Kept beside the record as reads are: what a mail server said is no act of anybody’s. What a person says they told is an event of the ledger.</summary>
internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices");
        notice.IsKeptBySchool();
        notice.Refers<Notice, Person>(nameof(Notice.CarerId));
        notice.Refers<Notice, Pupil>(nameof(Notice.PupilId));
        notice.Refers<Notice, Dispatch>(nameof(Notice.DispatchId));

        // Nobody is told of the same thing twice.
        notice.HasIndex(n => new { n.SchoolId, n.TidingId, n.CarerId }).IsUnique();
        notice.HasIndex(n => new { n.SchoolId, n.AboutId });
        notice.HasIndex(n => new { n.SchoolId, n.CarerId, n.OpenedAt });

        // The tellers look over all schools for what waits.
        notice.HasIndex(n => n.TellAt);
    }
}

internal sealed class DispatchMapping : IEntityTypeConfiguration<Dispatch>
{
    public void Configure(EntityTypeBuilder<Dispatch> dispatch)
    {
        const int languageMaxLength = 20;
        dispatch.ToTable("dispatches");
        dispatch.IsKeptBySchool();
        dispatch.Property(d => d.Address).HasMaxLength(Dispatch.AddressMaxLength);
        dispatch.Property(d => d.Language).HasMaxLength(languageMaxLength);
        dispatch.Property(d => d.Problem).HasMaxLength(Dispatch.ProblemMaxLength);
        dispatch.Property(d => d.Reference).HasMaxLength(Dispatch.ReferenceMaxLength);
        dispatch.Property(d => d.Service).HasMaxLength(Dispatch.ServiceMaxLength);
        dispatch.Property(d => d.Earlier).HasMaxLength(Dispatch.EarlierMaxLength);
        dispatch.Refers<Dispatch, Person>(nameof(Dispatch.CarerId));
        dispatch.Refers<Dispatch, Person>(nameof(Dispatch.SaidById));
        dispatch.HasIndex(d => new { d.SchoolId, d.State, d.MadeAt });
        dispatch.HasIndex(d => new { d.State, d.NextAt });
        dispatch.HasIndex(d => d.AskAt);

        // Mail that comes back names no school.
        dispatch.HasIndex(d => d.Id);
        dispatch.HasIndex(d => new { d.SchoolId, d.RunId });
    }
}

/// <summary>What is in it stands on the letters.</summary>
internal sealed class LetterRunMapping : IEntityTypeConfiguration<LetterRun>
{
    public void Configure(EntityTypeBuilder<LetterRun> run)
    {
        run.ToTable("letter_runs");
        run.IsKeptBySchool();
        run.Refers<LetterRun, Person>(nameof(LetterRun.ById));
        run.HasIndex(r => new { r.SchoolId, r.MadeAt });
    }
}

internal sealed class NewsMapping : IEntityTypeConfiguration<News>
{
    public void Configure(EntityTypeBuilder<News> news)
    {
        news.ToTable("news");
        news.IsRecordedAs("news").StaysAtTheSchool();
        news.Property(n => n.Title).HasMaxLength(News.TitleMaxLength);
        news.Property(n => n.Words).HasMaxLength(News.WordsMaxLength);
        news.Property(n => n.Found).HasMaxLength(SharedAllTheSame.FoundMaxLength);
        news.Property(n => n.Because).HasMaxLength(SharedAllTheSame.BecauseMaxLength);
        news.Property(n => n.YearGroup).HasMaxLength(2);
        news.Refers<News, Person>(nameof(News.ById));
        news.HasIndex(n => new { n.SchoolId, n.At });
    }
}
