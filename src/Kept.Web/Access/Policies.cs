using Kept.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace Kept.Web.Access;

/// <summary>Who may open a page. Staff pages all need <see cref="Staff"/>; the others narrow it by what a role may do.</summary>
internal static class Policies
{
    /// <summary>A member of staff of the school, signed in with a second factor.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>A carer, signed in by their own cookie.</summary>
    public const string Family = nameof(Family);

    /// <summary>May see some part of some pupil's record.</summary>
    public const string SeeRecord = nameof(SeeRecord);

    public const string Log = nameof(Log);
    /// <summary>May log, and sees what staff who work with a pupil see: so they read and answer messages of families.</summary>
    public const string Messages = nameof(Messages);

    public const string RunSchool = nameof(RunSchool);

    /// <summary>May log, and sees what staff who work with a pupil see: between such a handover goes.</summary>
    public const string HandOver = nameof(HandOver);

    /// <summary>May change who a pupil's carers are, and what they may be told.</summary>
    public const string ChangeTies = nameof(ChangeTies);

    /// <summary>May change how a carer wants to be told.</summary>
    public const string KeepWishes = nameof(KeepWishes);

    public const string Export = nameof(Export);

    /// <summary>May take in a record from another school: the pupil's own, or what is about safeguarding.</summary>
    public const string TakeIn = nameof(TakeIn);

    /// <summary>May publish a version of a support plan, which the family then reads.</summary>
    public const string PublishPlans = nameof(PublishPlans);

    public const string Prove = nameof(Prove);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, policy => policy.AddRequirements(new StaffMay(_ => true)));
        options.AddPolicy(Family, policy => policy.AddAuthenticationSchemes(FamilySignIn.Scheme).AddRequirements(new FamilyMay()));
        options.AddPolicy(SeeRecord, policy => policy.AddRequirements(new StaffMay(sight => sight.MaySee.Count > 0)));
        options.AddPolicy(Log, policy => policy.AddRequirements(new StaffMay(sight => sight.MayLog)));
        options.AddPolicy(HandOver, policy => policy.AddRequirements(new StaffMay(sight => sight.MayLog && sight.MaySee.Contains(Visibility.Staff))));
        options.AddPolicy(Messages, policy => policy.AddRequirements(new StaffMay(sight => sight.MayLog && sight.MaySee.Contains(Visibility.Staff))));
        options.AddPolicy(RunSchool, policy => policy.AddRequirements(new StaffMay(sight => sight.MayRunSchool)));
        options.AddPolicy(ChangeTies, policy => policy.AddRequirements(new StaffMay(sight => sight.MayChangeTies)));
        options.AddPolicy(KeepWishes, policy => policy.AddRequirements(new StaffMay(sight => sight.MayKeepWishes)));
        options.AddPolicy(Export, policy => policy.AddRequirements(new StaffMay(sight => sight.MayExport)));
        options.AddPolicy(TakeIn, policy => policy.AddRequirements(new StaffMay(sight => sight.MayTakeIn)));
        options.AddPolicy(PublishPlans, policy => policy.AddRequirements(new StaffMay(sight => sight.MayPublishPlans)));
        options.AddPolicy(Prove, policy => policy.AddRequirements(new StaffMay(sight => sight.MayProve)));

        // What says nothing is closed.
        options.FallbackPolicy = options.GetPolicy(Staff);
    }
}

/// <summary>A member of staff whose sight allows it.</summary>
internal sealed record StaffMay(Func<Sight, bool> Allows) : IAuthorizationRequirement;

internal sealed class StaffMayHandler(CurrentVisit visit) : AuthorizationHandler<StaffMay>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffMay requirement)
    {
        if (visit.IsSignedIn && requirement.Allows(visit.SignedIn.Viewer.Sight))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
