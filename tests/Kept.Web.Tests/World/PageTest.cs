namespace Kept.Web.Tests.World;

/// <summary>For tests of pages over HTTP: <c>class LogTests(KeptHost host) : PageTest(host)</c>.</summary>
public abstract class PageTest(KeptHost host) : IClassFixture<KeptHost>
{
    protected KeptHost Host => host;

    protected SmallWorld World => host.World;

    protected FixedClock Clock => host.Clock;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TestClient As(TestPerson person) => host.As(person);

    protected TestClient SignedOut() => host.SignedOut();
}
