using System.Linq.Expressions;
using Kept.Domain;
using Kept.Domain.Actions;
using Kept.Domain.Documents;
using Kept.Domain.Families;
using Kept.Domain.Handovers;
using Kept.Domain.Log;
using Kept.Domain.Meetings;
using Kept.Domain.Messages;
using Kept.Domain.Packs;
using Kept.Domain.People;
using Kept.Domain.Plans;
using Kept.Domain.Pupils;
using Kept.Domain.Reviews;
using Kept.Domain.Schools;
using Kept.Domain.Telling;
using Kept.Domain.Transfers;
using Kept.Domain.Translating;
using Kept.Domain.Sharing;
using Kept.Store.Accounts;
using Kept.Store.Conventions;
using Kept.Store.Documents;
using Kept.Store.Joining;
using Kept.Store.Ledger;
using Kept.Store.Messages;
using Kept.Store.Plans;
using Kept.Store.Schools;
using Kept.Store.Telling;
using Kept.Store.Transfers;
using Kept.Store.Views;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kept.Store;

/// <summary>
/// Every table. Pages never see this: they read and write through the guarded doors.
/// </summary>
public sealed class KeptDb(DbContextOptions<KeptDb> options, Tenancy tenancy) : IdentityUserContext<Account, Guid>(options)
{
    internal const string SchoolFilter = "School";

    public DbSet<Trust> Trusts => Set<Trust>();
    public DbSet<School> Schools => Set<School>();
    public DbSet<CalendarEntry> CalendarEntries => Set<CalendarEntry>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<RoleHeld> RolesHeld => Set<RoleHeld>();
    public DbSet<KeyAdult> KeyAdults => Set<KeyAdult>();
    public DbSet<Relationship> Relationships => Set<Relationship>();
    public DbSet<CourtOrder> CourtOrders => Set<CourtOrder>();
    public DbSet<WhoDecides> WhoDecides => Set<WhoDecides>();
    public DbSet<SharedAllTheSame> SharedAllTheSame => Set<SharedAllTheSame>();
    public DbSet<Pupil> Pupils => Set<Pupil>();
    public DbSet<LogEntry> LogEntries => Set<LogEntry>();
    public DbSet<EntryVersion> EntryVersions => Set<EntryVersion>();
    public DbSet<Enquiry> Enquiries => Set<Enquiry>();
    public DbSet<AgreedAction> Actions => Set<AgreedAction>();
    public DbSet<ActionChange> ActionChanges => Set<ActionChange>();
    public DbSet<Concern> Concerns => Set<Concern>();
    public DbSet<MessageThread> MessageThreads => Set<MessageThread>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<ThreadHandover> ThreadHandovers => Set<ThreadHandover>();
    public DbSet<MessageEntry> MessageEntries => Set<MessageEntry>();
    public DbSet<MessageFile> MessageFiles => Set<MessageFile>();
    public DbSet<MessageOpening> MessageOpenings => Set<MessageOpening>();
    public DbSet<SayDraft> SayDrafts => Set<SayDraft>();
    public DbSet<SchoolQuestion> SchoolQuestions => Set<SchoolQuestion>();
    public DbSet<QuestionTranslation> QuestionTranslations => Set<QuestionTranslation>();
    public DbSet<CarerAnswer> CarerAnswers => Set<CarerAnswer>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<SupportPlan> Plans => Set<SupportPlan>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<PlanView> PlanViews => Set<PlanView>();
    public DbSet<PlanReview> PlanReviews => Set<PlanReview>();
    public DbSet<PlanDraft> PlanDrafts => Set<PlanDraft>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();
    public DbSet<DocumentPupil> DocumentPupils => Set<DocumentPupil>();
    public DbSet<DocumentText> DocumentTexts => Set<DocumentText>();
    public DbSet<DocumentOpening> DocumentOpenings => Set<DocumentOpening>();
    public DbSet<Pack> Packs => Set<Pack>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<HandoverLine> HandoverLines => Set<HandoverLine>();
    public DbSet<ReceivedRecord> ReceivedRecords => Set<ReceivedRecord>();
    public DbSet<ReceivedPackage> ReceivedPackages => Set<ReceivedPackage>();
    public DbSet<Translation> Translations => Set<Translation>();
    public DbSet<MachineTranslation> MachineTranslations => Set<MachineTranslation>();
    public DbSet<TranslationRound> TranslationRounds => Set<TranslationRound>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<RecordRead> RecordReads => Set<RecordRead>();
    public DbSet<LedgerLink> LedgerLinks => Set<LedgerLink>();
    public DbSet<LedgerContent> LedgerContents => Set<LedgerContent>();
    public DbSet<Checkpoint> Checkpoints => Set<Checkpoint>();
    public DbSet<CheckpointHead> CheckpointHeads => Set<CheckpointHead>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<CarerInvitation> CarerInvitations => Set<CarerInvitation>();
    public DbSet<Tiding> Tidings => Set<Tiding>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Dispatch> Dispatches => Set<Dispatch>();
    public DbSet<LetterRun> LetterRuns => Set<LetterRun>();
    public DbSet<News> News => Set<News>();
    public DbSet<ReturnsMailbox> ReturnsMailboxes => Set<ReturnsMailbox>();
    public DbSet<SetUpKey> SetUpKeys => Set<SetUpKey>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public Tenancy Tenancy => tenancy;

    internal Id<School> CurrentSchool => tenancy.School;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseOtherSchools();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseOtherSchools();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.StoreOurTypes();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KeptDb).Assembly);
        foreach (var noun in builder.Model.GetEntityTypes().Select(e => e.ClrType).Where(IsOfOneSchool).ToList())
        {
            builder.Entity(noun).HasQueryFilter(SchoolFilter, OfTheCurrentSchool(noun));
        }

        builder.NameInSnakeCase();
    }

    private static bool IsOfOneSchool(Type noun) => typeof(IBelongsToSchool).IsAssignableFrom(noun) && noun != typeof(School);

    /// <summary>row => row.SchoolId == CurrentSchool, read from this context at each query. Plain, so that the index is used.</summary>
    private LambdaExpression OfTheCurrentSchool(Type noun)
    {
        var row = Expression.Parameter(noun, "row");
        var current = Expression.Property(Expression.Constant(this), nameof(CurrentSchool));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(IBelongsToSchool.SchoolId)), current), row);
    }

    private void RefuseOtherSchools()
    {
        if (tenancy.Everywhere)
        {
            return;
        }

        foreach (var row in ChangeTracker.Entries<IBelongsToSchool>())
        {
            if (row.State is not EntityState.Unchanged && row.Entity.SchoolId != tenancy.School)
            {
                throw new InvalidOperationException($"A {row.Metadata.ClrType.Name} of another school cannot be saved here.");
            }
        }
    }
}
