using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(Kept.Web.Tests.World.DealtOrder))]

namespace Kept.Web.Tests.World;

/// <summary>
/// Runs the tests of a class in the same order wherever the code lies (xUnit's own order hangs on the folder). They share a database, so
/// one may stand on what another left behind: to find such a pair, <c>KEPT_TEST_ORDER=2 ./test web</c> deals them afresh.
/// </summary>
public sealed class DealtOrder : ITestCaseOrderer
{
    private static readonly string Deal = Environment.GetEnvironmentVariable("KEPT_TEST_ORDER") ?? "1";

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(t => Place(t.TestCaseDisplayName), StringComparer.Ordinal)];

    private static string Place(string test) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Deal + test)));
}
