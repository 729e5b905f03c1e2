namespace Kept.Web.Tests.House.Planted.Left
{
    /// <summary>Leans on the right one, which leans back: what the layer tests must notice.</summary>
    internal static class Hand
    {
        public static int Wash() => Right.Hand.Wash();
    }
}

namespace Kept.Web.Tests.House.Planted.Right
{
    internal static class Hand
    {
        public static int Wash() => Left.Hand.Wash();
    }
}
