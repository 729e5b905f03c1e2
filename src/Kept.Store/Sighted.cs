using System.Linq.Expressions;
using Kept.Domain.Access;

namespace Kept.Store;

/// <summary>Narrows rows to the visibilities that a viewer’s sight opens (rule 7).</summary>
internal static class Sighted
{
    /// <summary>
    /// The few visibilities are written into the statement itself: as a list handed over with it, the statement would be composed anew
    /// for each page.
    /// </summary>
    public static IQueryable<T> SeenBy<T>(this IQueryable<T> rows, SightedViewer viewer, Expression<Func<T, Visibility>> visibility) =>
        rows.Where(Expression.Lambda<Func<T, bool>>(IsOneOfTheirs(viewer, visibility), visibility.Parameters));

    /// <summary>All others: not to be shown, but to know what must be left out because of them.</summary>
    public static IQueryable<T> HiddenFrom<T>(this IQueryable<T> rows, SightedViewer viewer, Expression<Func<T, Visibility>> visibility) =>
        rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Not(IsOneOfTheirs(viewer, visibility)), visibility.Parameters));

    private static Expression IsOneOfTheirs<T>(SightedViewer viewer, Expression<Func<T, Visibility>> visibility) =>
        viewer.Sight.MaySee.Order()
            .Select(seen => Expression.Equal(visibility.Body, Expression.Constant(seen)))
            .Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
}
