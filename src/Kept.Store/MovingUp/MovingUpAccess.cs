using Kept.Domain.Access;
using Kept.Domain.MovingUp;
using Kept.Store.Pupils;

namespace Kept.Store.MovingUp;

/// <summary>Moving up is seen by those who run the school and work with its pupils; what became of a pupil by those who see the pupil.</summary>
internal static class MovingUpAccess
{
    public static IQueryable<YearMove> VisibleTo(this IQueryable<YearMove> moves, Viewer viewer) => Runs(viewer) ? moves : moves.Where(_ => false);

    public static IQueryable<ClassMove> VisibleTo(this IQueryable<ClassMove> lines, Viewer viewer) => Runs(viewer) ? lines : lines.Where(_ => false);

    public static IQueryable<PupilMove> VisibleTo(this IQueryable<PupilMove> rows, Viewer viewer, KeptDb db)
    {
        if (viewer is OperatorViewer)
        {
            return rows;
        }

        var pupils = db.Pupils.VisibleTo(viewer, db);
        return Runs(viewer) ? rows.Where(r => pupils.Any(p => p.Id == r.PupilId)) : rows.Where(_ => false);
    }

    private static bool Runs(Viewer viewer) =>
        viewer is OperatorViewer || (viewer is StaffViewer { Sight: { MayRunSchool: true, AllPupils: true, MayLog: true } } staff && staff.MaySee(Visibility.Staff));
}
